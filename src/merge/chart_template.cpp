#include "merge/chart_template.hpp"

#include "base/text.hpp"
#include "merge/expression_parser.hpp"
#include "opc/xml.hpp"
#include "sml/number_format.hpp"

#include <algorithm>
#include <utility>

namespace lg::merge {
namespace {

constexpr const char* redo_remedy =
    "Gör diagrammet på nytt med Infoga › Diagram, så att det får ett eget blad med data.";

void refuse(const Tag& tag, const char* code, const std::string& message, std::string hint,
            Problems& problems) {
  problems.add({Severity::error, code, tag.where, message, std::move(hint), {}});
}

std::string series_names(const Field& list) {
  std::string names;
  for (const Field& field : list.fields) {
    if (field.shape != Field::Shape::number) continue;
    names += (names.empty() ? "”" : ", ”") + field.name + "”";
  }
  return names;
}

sml::ShownCell shown_category(const Value& value) {
  if (const auto* number = value.as_number(); number != nullptr && !number->percent)
    return {number_text(number->number, '.'), true};
  return {clean(to_text(value)).text, false};
}

}  // namespace

std::shared_ptr<const ChartTemplate> ChartTemplate::read(const opc::Package& package,
                                                         const opc::PartName& part, const Tag& tag,
                                                         Problems& problems) {
  std::shared_ptr<ChartTemplate> chart(new ChartTemplate(part));
  chart->document_ = opc::parse_xml(package.bytes(part), package.file_name(), part.text());
  chart->layout_ = sml::read_chart_layout(chart->document_.document_element());
  std::string fault = chart->layout_.fault;
  std::string remedy = chart->layout_.remedy;
  if (fault.empty() && !chart->open_workbook(package, fault)) remedy = redo_remedy;
  if (!fault.empty()) {
    refuse(tag, chart_code, "Taggen ”" + tag.raw + "”: diagrammet " + fault + ".", remedy, problems);
    return nullptr;
  }
  if (!chart->find_fields(tag, problems)) return nullptr;
  return chart;
}

bool ChartTemplate::open_workbook(const opc::Package& package, std::string& fault) {
  const pugi::xml_node data = opc::child(document_.document_element(), "externalData");
  if (!data) return true;
  const opc::Relationship* target = package.relationships(part_).find(opc::attribute(data, "id").value());
  if (target == nullptr || target->external || !package.has(part_.resolve(target->target))) {
    fault = "hämtar sina data ur en annan fil";
    return false;
  }
  workbook_part_ = part_.resolve(target->target);
  try {
    workbook_.emplace(package.file_name(), package.bytes(workbook_part_), layout_);
    fault = workbook_->fault();
    for (std::size_t i = 0; i < layout_.names.size() && i < workbook_->names().size(); ++i) {
      if (layout_.names[i].empty()) layout_.names[i] = workbook_->names()[i];
    }
  } catch (const UnreadableFile&) {
    fault = "har data som inte är en Excel-arbetsbok (.xlsx)";
  }
  return fault.empty();
}

std::size_t ChartTemplate::category_field(const Field& list, std::size_t level) const {
  const std::string heading =
      workbook_ && level < workbook_->headings().size() ? workbook_->headings()[level] : "";
  const int named = list.find(fold(heading));
  return named >= 0 ? static_cast<std::size_t>(named) : level;
}

bool ChartTemplate::find_fields(const Tag& tag, Problems& problems) {
  const Each& each = tag.each;
  const Field* list = each.list.path.field;
  if (list == nullptr || (list->open && list->fields.empty())) return true;  // an empty list: no rows to show
  for (std::size_t level = 0; level < layout_.categories.size(); ++level)
    categories_.push_back(static_cast<int>(category_field(*list, level)));
  std::vector<std::string> names;
  for (const Field& field : list->fields) names.push_back(field.name);
  bool all = true;
  for (const std::string& name : layout_.names) {
    const int field = each.grouped ? (fold(name) == "antal" ? counted : -2) : list->find(fold(name));
    values_.push_back(field);
    if (field >= 0 || (each.grouped && field == counted)) continue;
    all = false;
    if (each.grouped) {
      refuse(tag, series_code,
             "Taggen ”" + tag.raw + "”: i ett grupperat diagram kan serien ”" + name + "” inte fyllas i.",
             "Låt diagrammet ha en enda serie, som heter ”Antal”.", problems);
      continue;
    }
    const auto meant = nearest(name, names);
    const std::string numbers = series_names(*list);
    refuse(tag, series_code,
           "Taggen ”" + tag.raw + "”: serien ”" + name + "” är inget fält i listan ”" + list->name + "”.",
           meant ? "Menade du ”" + *meant + "”?"
           : numbers.empty()
               ? "Högerklicka på diagrammet, välj Redigera data och ge serien ett fälts namn."
               : "Högerklicka på diagrammet, välj Redigera data och döp serien till " + numbers + ".",
           problems);
  }
  return all;
}

sml::ChartTable ChartTemplate::figures(const Tag& tag, Scope& scope) const {
  sml::ChartTable table;
  table.categories.resize(layout_.categories.size());
  table.values.resize(layout_.values.size());
  if (values_.empty()) return table;
  const auto cell = [](const Turn& turn, int field) {
    static const Value nothing;
    const auto place = static_cast<std::size_t>(field);
    return turn.row != nullptr && place < turn.row->size() ? &(*turn.row)[place] : &nothing;
  };
  for (const Turn& turn : scope.turns(tag.each)) {
    for (std::size_t level = 0; level < categories_.size(); ++level) {
      table.categories[level].push_back(tag.each.grouped
                                            ? sml::ShownCell{level == 0 ? clean(turn.name).text : "", false}
                                            : shown_category(*cell(turn, categories_[level])));
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (values_[i] == counted) {
        table.values[i].push_back({std::to_string(turn.group.size()), true});
        continue;
      }
      const auto number = scope.charted_number(*cell(turn, values_[i]), tag, layout_.names[i]);
      table.values[i].push_back(number ? sml::ShownCell{number_text(*number, '.'), true} : sml::ShownCell{});
    }
  }
  return table;
}

void ChartTemplate::write(opc::Package& package, const opc::PartName& part,
                          const sml::ChartTable& figures) const {
  pugi::xml_document document;
  document.reset(document_);
  sml::write_chart_data(document.document_element(), layout_, figures);
  package.replace(part, opc::to_bytes(document));
  if (!workbook_) return;
  const pugi::xml_node data = opc::child(document.document_element(), "externalData");
  const opc::Relationship* target = package.relationships(part).find(opc::attribute(data, "id").value());
  if (target != nullptr) package.replace(part.resolve(target->target), workbook_->with(figures));
}

std::string ChartTemplate::words(const sml::ChartTable& figures) const {
  return figures_in_words(figures, layout_.names, layout_.number_formats);
}

}  // namespace lg::merge
