"""Write an OOXML package whose bytes depend on its content alone."""
import zipfile

FIXED_TIME = (2025, 1, 1, 0, 0, 0)
FIXED_STAMP = "2025-01-01T00:00:00Z"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_package(path, parts):
    """parts: list of (name, text or bytes); [Content_Types].xml must come first."""
    if parts[0][0] != "[Content_Types].xml":
        raise ValueError("[Content_Types].xml must be the first part")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts:
            if isinstance(data, str):
                data = data.encode("utf-8")
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            archive.writestr(info, data, compresslevel=9)
