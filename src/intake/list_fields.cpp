#include "intake/list_fields.hpp"

namespace lg::intake {
namespace {

Field::Shape shape_of(Kind kind) {
  switch (kind) {
    case Kind::whole_number:
    case Kind::number: return Field::Shape::number;
    case Kind::date: return Field::Shape::date;
    case Kind::yes_no: return Field::Shape::yes_no;
    case Kind::text:
    case Kind::choice:
    case Kind::choices:
    case Kind::id:
    case Kind::ids:
    case Kind::role:
    case Kind::roles:
    case Kind::years: return Field::Shape::text;
  }
  return Field::Shape::text;
}

void declare(domain::Review& review, const Form& form, const std::string& name) {
  domain::Table& table = review.table(name);
  table.field = Field::of(name, Field::Shape::list);
  table.field.help = form.purpose;
  for (const Column& column : form.columns) table.field.fields.push_back(field_of(column));
}

}  // namespace

Field field_of(const Column& column) {
  Field field = Field::of(std::string(column.heading), shape_of(column.kind));
  if (!column.open_choice) {
    for (const std::string_view choice : column.choices) field.choices.emplace_back(choice);
  }
  field.help = column.help;
  field.required = column.need == Need::required || column.need == Need::ruled;
  return field;
}

std::string last_years(std::string_view list) {
  return "förra årets " + std::string(list);
}

void declare_lists(domain::Review& review) {
  for (const Form& form : forms()) {
    const bool is_list =
        form.sheet != "Uppgifter" && form.sheet != "Kolumner" && form.sheet != "IKP-uppföljning";
    if (!is_list) continue;
    declare(review, form, std::string(form.sheet));
    if (form.period == Period::both) declare(review, form, last_years(form.sheet));
  }
  domain::Table& years = review.table("Planår");
  years.field = Field::of("Planår", Field::Shape::list);
  years.field.help = "Åren i planperioden.";
  years.field.fields.push_back(Field::of("År", Field::Shape::number));
  join_fields(review.table("förra årets VoR").field, review.table("Uppföljning").field);
  join_fields(review.table("Revisioner").field, review.table("Iakttagelser").field);
}

void join_fields(const Field& from, Field& to) {
  for (const Field& field : from.fields) {
    if (to.find(field.folded) < 0) to.fields.push_back(field);
  }
}

}  // namespace lg::intake
