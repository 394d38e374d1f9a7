#include "support/package_builder.hpp"

#include "opc/zip_writer.hpp"

namespace lg::test {
namespace {

const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string sml_types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const std::string main_namespaces =
    " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string type_of(const std::string& kind) {
  if (kind == "core-properties") {
    return "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
  }
  return relationship_types + kind;
}

std::string rels_name(const std::string& source) {
  const std::size_t slash = source.rfind('/');
  return source.substr(0, slash + 1) + "_rels/" + source.substr(slash + 1) + ".rels";
}

std::string escaped(const std::string& text) {
  std::string xml;
  for (const char c : text) {
    if (c == '&')
      xml += "&amp;";
    else if (c == '<')
      xml += "&lt;";
    else if (c == '"')
      xml += "&quot;";
    else
      xml += c;
  }
  return xml;
}

const std::string styles = R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
<dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>)";

}  // namespace

PackageBuilder& PackageBuilder::part(const std::string& name, std::string bytes, const std::string& type) {
  parts_.emplace_back(name, std::move(bytes));
  if (!type.empty()) types_[name] = type;
  return *this;
}

PackageBuilder& PackageBuilder::relate(const std::string& source, const std::string& kind,
                                       const std::string& target, bool external) {
  std::vector<std::string>& all = relationships_[source];
  all.push_back("<Relationship Id=\"rId" + std::to_string(all.size() + 1) + "\" Type=\"" + type_of(kind) +
                "\" Target=\"" + escaped(target) + "\"" + (external ? " TargetMode=\"External\"" : "") +
                "/>");
  return *this;
}

std::string PackageBuilder::bytes() const {
  std::string types = declaration +
                      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                      "<Default Extension=\"vml\" "
                      "ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
                      "<Default Extension=\"rels\" "
                      "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>";
  for (const auto& [name, type] : types_) {
    types += "<Override PartName=\"" + name + "\" ContentType=\"" + type + "\"/>";
  }
  opc::ZipWriter writer;
  writer.add("[Content_Types].xml", opc::deflate(types + "</Types>"));
  for (const auto& [source, all] : relationships_) {
    std::string xml =
        declaration +
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const std::string& one : all) xml += one;
    writer.add(rels_name(source).substr(1), opc::deflate(xml + "</Relationships>"));
  }
  for (const auto& [name, part] : parts_) writer.add(name.substr(1), opc::deflate(part));
  return writer.finish();
}

opc::Package PackageBuilder::package(const std::string& file_name) const {
  return opc::Package::open(file_name, bytes());
}

WorkbookBuilder& WorkbookBuilder::sheet(const std::string& name, const std::string& rows,
                                        const std::string& after, const std::string& before) {
  sheets_.push_back(name);
  const std::string part = "/xl/worksheets/sheet" + std::to_string(sheets_.size()) + ".xml";
  builder_.part(part,
                declaration + "<worksheet" + main_namespaces + ">" + before + "<sheetData>" + rows +
                    "</sheetData>" + after + "</worksheet>",
                sml_types + "worksheet+xml");
  builder_.relate("/xl/workbook.xml", "worksheet", part);
  return *this;
}

WorkbookBuilder& WorkbookBuilder::table(const std::string& name, const std::string& ref,
                                        const std::vector<std::string>& columns,
                                        const std::string& attributes, const std::string& extra) {
  const std::string id = std::to_string(++tables_);
  std::string xml = declaration + "<table" + main_namespaces + " id=\"" + id + "\" name=\"" + name +
                    "\" displayName=\"" + name + "\" ref=\"" + ref + "\"" + attributes + ">" + extra +
                    "<tableColumns count=\"" + std::to_string(columns.size()) + "\">";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    xml += "<tableColumn id=\"" + std::to_string(i + 1) + "\" name=\"" + escaped(columns[i]) + "\"/>";
  }
  return sheet_part("table", "/xl/tables/table" + id + ".xml", xml + "</tableColumns></table>",
                    sml_types + "table+xml");
}

WorkbookBuilder& WorkbookBuilder::sheet_part(const std::string& kind, const std::string& name,
                                             std::string bytes, const std::string& type) {
  builder_.part(name, std::move(bytes), type);
  builder_.relate("/xl/worksheets/sheet" + std::to_string(sheets_.size()) + ".xml", kind, name);
  return *this;
}

WorkbookBuilder& WorkbookBuilder::shared_strings(const std::string& items) {
  strings_ = true;
  builder_.part("/xl/sharedStrings.xml", declaration + "<sst" + main_namespaces + ">" + items + "</sst>",
                sml_types + "sharedStrings+xml");
  return *this;
}

WorkbookBuilder& WorkbookBuilder::workbook(const std::string& elements) {
  elements_ = elements;
  return *this;
}

opc::Package WorkbookBuilder::package(const std::string& file_name, const std::string& main_type) {
  PackageBuilder whole = builder_;
  std::string sheets;
  for (std::size_t i = 0; i < sheets_.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets +=
        "<sheet name=\"" + escaped(sheets_[i]) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>";
  }
  whole.part("/xl/workbook.xml",
             declaration + "<workbook" + main_namespaces + "><bookViews><workbookView/></bookViews><sheets>" +
                 sheets + "</sheets>" + elements_ + "</workbook>",
             sml_types + main_type + ".main+xml");
  whole.part("/xl/styles.xml", declaration + styles, sml_types + "styles+xml");
  whole.relate("/", "officeDocument", "xl/workbook.xml");
  whole.relate("/xl/workbook.xml", "styles", "styles.xml");
  if (strings_) whole.relate("/xl/workbook.xml", "sharedStrings", "sharedStrings.xml");
  return whole.package(file_name);
}

std::string text_cell(const std::string& ref, const std::string& text, int style) {
  const std::string s = style > 0 ? " s=\"" + std::to_string(style) + "\"" : "";
  return "<c r=\"" + ref + "\"" + s + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
}

std::string formula_cell(const std::string& ref, const std::string& formula) {
  return "<c r=\"" + ref + "\"><f>" + escaped(formula) + "</f><v>999</v></c>";
}

std::string row(int number, const std::string& cells, const std::string& attributes) {
  return "<row r=\"" + std::to_string(number) + "\"" + attributes + ">" + cells + "</row>";
}

}  // namespace lg::test
