"""What a person sees of a .docx or .xlsx: outline.py FILE

Read with python-docx's and openpyxl's own eyes, so that it is a second opinion on what was written.
"""
import sys

from docx_outline import block_lines, document_outline, unmarked
from xlsx_outline import workbook_outline

__all__ = ['block_lines', 'outline', 'unmarked']


def outline(path):
    """The outline of a file, one string."""
    lines = document_outline(path) if str(path).endswith('.docx') else workbook_outline(path)
    return '\n'.join(lines) + '\n'


if __name__ == '__main__':
    sys.stdout.write(outline(sys.argv[1]))
