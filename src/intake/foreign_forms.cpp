#include "intake/foreign_forms.hpp"

#include "intake/foreign_fit.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace lg::intake {
namespace {

using Guess = std::optional<HeadingGuess>;

class Headings {
 public:
  Headings(const ForeignHeader& header, const std::vector<ColumnContents>& contents)
      : header_(header), contents_(contents) {}

  [[nodiscard]] bool event(std::string_view heading, Sureness least) const {
    return has(&ForeignColumn::event, events_, heading, least);
  }

  [[nodiscard]] bool control(std::string_view heading, Sureness least) const {
    return has(&ForeignColumn::control, controls_, heading, least);
  }

  /// A heading that may be of that scale stands over what may be its steps.
  [[nodiscard]] bool may_measure(std::string_view heading) const {
    const int target = column_of(events_, heading);
    const Column& declared = events_.columns[static_cast<std::size_t>(target)];
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const ForeignColumn& column = header_.columns[i];
      const bool of_control = column.control && column.control->sureness <= Sureness::known;
      const bool word = column.event && column.event->column == target && !of_control;
      if (word && may_be_steps(declared, contents_[i])) return true;
    }
    return false;
  }

  [[nodiscard]] bool mention_scale() const {
    return std::ranges::any_of(header_.columns, [](const ForeignColumn& column) {
      return mentions(column, "Sannolikhet") || mentions(column, "Konsekvens");
    });
  }

 private:
  [[nodiscard]] bool has(Guess ForeignColumn::*side, const Form& form, std::string_view heading,
                         Sureness least) const {
    const int wanted = column_of(form, heading);
    return std::ranges::any_of(header_.columns, [&](const ForeignColumn& column) {
      const Guess& guess = column.*side;
      return guess && guess->column == wanted && guess->sureness <= least;
    });
  }

  const ForeignHeader& header_;
  const std::vector<ColumnContents>& contents_;
  const Form& events_ = *find_form("VoR");
  const Form& controls_ = *find_form("IKP");
};

}  // namespace

ForeignForms forms_of(const ForeignHeader& header, const std::vector<ColumnContents>& contents,
                      const Form* hint) {
  const Headings headings(header, contents);
  const bool facts =
      std::ranges::any_of(contents, [](const ColumnContents& one) { return one.are_risk_facts(); });
  const bool measured = headings.event("Sannolikhet", Sureness::known) ||
                        headings.event("Konsekvens", Sureness::known) ||
                        headings.event("Riskvärde", Sureness::known) || headings.mention_scale() || facts ||
                        (headings.may_measure("Sannolikhet") && headings.may_measure("Konsekvens"));
  const bool mapped = headings.control("Kontroll", Sureness::mapped);  // kolumner.xlsx says so
  const bool method =
      headings.control("Metod", Sureness::known) || headings.control("Frekvens", Sureness::known) || mapped;
  const bool how = method || headings.control("Kontrollansvarig", Sureness::known);
  const bool of_events = hint != nullptr && hint->sheet == "VoR";
  const bool of_controls = hint != nullptr && hint->sheet == "IKP";
  ForeignForms forms;
  forms.controls = headings.control("Kontroll", Sureness::known) && (of_events ? method : how || of_controls);
  const bool named = headings.event("Oönskad händelse", Sureness::title);
  forms.events = named && (measured || of_events) && !(of_controls && !measured);
  if (forms.events && !forms.controls && of_controls) forms.events = false;
  return forms;
}

std::size_t first_of_control(const ForeignHeader& header, ForeignForms forms) {
  const Form& controls = *find_form("IKP");
  if (!forms.events || !forms.controls) return header.columns.size();
  static constexpr std::array<std::string_view, 4> of_controls{"Kontroll", "Metod", "Frekvens",
                                                               "Kontrollansvarig"};
  for (std::size_t i = 0; i < header.columns.size(); ++i) {
    const Guess& guess = header.columns[i].control;
    if (!guess || guess->sureness > Sureness::known) continue;
    const bool own = std::ranges::any_of(
        of_controls, [&](std::string_view heading) { return guess->column == column_of(controls, heading); });
    const Guess& event = header.columns[i].event;
    if (!own || (event && event->sureness <= Sureness::known)) continue;
    // "Kontroll-ID" stands before the control that it names.
    const bool id_before =
        i > 0 && header.columns[i - 1].control &&
        header.columns[i - 1].control->column == column_of(controls, "Kontroll-ID") &&
        (!header.columns[i - 1].event || header.columns[i - 1].event->sureness > Sureness::known);
    return id_before && i > 1 ? i - 1 : i;
  }
  return header.columns.size();
}

}  // namespace lg::intake
