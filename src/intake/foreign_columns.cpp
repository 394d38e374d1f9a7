#include "intake/foreign_columns.hpp"

#include "base/text.hpp"
#include "intake/column_contents.hpp"
#include "intake/foreign_consequence.hpp"
#include "intake/foreign_event.hpp"
#include "intake/foreign_fit.hpp"
#include "intake/foreign_forms.hpp"
#include "intake/foreign_value.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace lg::intake {
namespace {

using Guess = std::optional<HeadingGuess>;

class Binder {
 public:
  Binder(const ForeignHeader& header, const ForeignGrid& grid, const Form* hint, ForeignSheet& sheet)
      : header_(header), grid_(grid), hint_(hint), sheet_(sheet) {
    for (const ForeignColumn& column : header.columns)
      contents_.emplace_back(grid, header.last_row, column.ref.column);
    used_.resize(header.columns.size());
  }

  ForeignBinding bind() {
    const ForeignForms forms = forms_of(header_, contents_, hint_);
    binding_.has_events = forms.events;
    binding_.has_controls = forms.controls;
    split_ = first_of_control(header_, forms);
    if (binding_.has_events) {
      take_event();
      assign(events_, &ForeignColumn::event, 0, binding_.has_controls ? split_ : header_.columns.size(),
             binding_.events);
    }
    if (binding_.has_controls) {
      assign(controls_, &ForeignColumn::control, binding_.has_events ? split_ : 0, header_.columns.size(),
             binding_.controls);
    }
    if (binding_.has_events) {
      assign(events_, &ForeignColumn::event, 0, header_.columns.size(), binding_.events);
      mend_events();
    }
    if (binding_.has_controls) {
      if (!binding_.has_events)
        assign(controls_, &ForeignColumn::control, 0, header_.columns.size(), binding_.controls);
      share("Process");
      share("År");
      mend_controls();
    }
    ask_of_control();
    keep_own();
    return std::move(binding_);
  }

 private:
  /// Gives each column of the form the surest of the headings from `begin` to `end` that are still free.
  void assign(const Form& form, Guess ForeignColumn::*side, std::size_t begin, std::size_t end,
              std::map<int, int>& bound) {
    for (std::size_t target = 0; target < form.columns.size(); ++target) {
      if (bound_to(bound, static_cast<int>(target))) continue;
      std::optional<std::size_t> best;
      for (std::size_t i = begin; i < end; ++i) {
        const Guess& guess = header_.columns[i].*side;
        if (used_[i] || header_.columns[i].left_out || !guess) continue;
        if (guess->column != static_cast<int>(target) || guess->sureness >= Sureness::ask) continue;
        if (!best || goes_before(header_.columns[i], header_.columns[*best], side)) best = i;
      }
      if (!best) continue;
      take(form, *best, static_cast<int>(target), (header_.columns[*best].*side)->sureness, bound);
      ask_of_twin(form, *best, static_cast<int>(target));
      note_conflict(header_, contents_, form, side, *best, sheet_);
    }
  }

  void ask_of_twin(const Form& form, std::size_t i, int target) {
    if (form.columns[static_cast<std::size_t>(target)].code != "VOR-103") return;
    const auto j = find_twin(header_, contents_, i);
    if (!j || used_[*j]) return;
    const ForeignColumn& used = header_.columns[i];
    ask(*j, form, target, "”" + used.text + "” i " + used.ref.text() + " används nu", true);
    sheet_.questions.back().heading = one_of_many(header_.columns[*j]);
  }

  void take(const Form& form, std::size_t i, int target, Sureness sureness, std::map<int, int>& bound) {
    const ForeignColumn& column = header_.columns[i];
    used_[i] = true;
    bound[column.ref.column] = target;
    sheet_.headings.push_back({column.ref, shown(column), &form, target, sureness, false});
  }

  void release(std::size_t i, std::map<int, int>& bound) {
    used_[i] = false;
    bound.erase(header_.columns[i].ref.column);
    std::erase_if(sheet_.headings,
                  [&](const ForeignHeading& heading) { return heading.ref == header_.columns[i].ref; });
  }

  void take_event() {
    const int target = column_of(events_, "Oönskad händelse");
    const auto choice = choose_event(header_, contents_, split_);
    if (!choice) return;
    take(events_, choice->event, target, header_.columns[choice->event].event->sureness, binding_.events);
    note_conflict(header_, contents_, events_, &ForeignColumn::event, choice->event, sheet_);
    for (const std::size_t i : choice->others) not_event_.insert(i);
    if (!choice->doubtful) return;
    ask(*choice->doubtful, events_, target, "”" + header_.columns[choice->event].text + "” används nu", true);
  }

  [[nodiscard]] bool bound_to(const std::map<int, int>& bound, int target) const {
    return std::ranges::any_of(bound, [target](const auto& pair) { return pair.second == target; });
  }

  [[nodiscard]] std::optional<std::size_t> place_of(const std::map<int, int>& bound, int target) const {
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const auto found = bound.find(header_.columns[i].ref.column);
      if (found != bound.end() && found->second == target) return i;
    }
    return {};
  }

  void mend_events() {
    const int likelihood = column_of(events_, "Sannolikhet");
    const int consequence = column_of(events_, "Konsekvens");
    const int value = column_of(events_, "Riskvärde");
    const int level = column_of(events_, "Risknivå");
    const int description = column_of(events_, "Konsekvensbeskrivning");
    std::map<int, int>& bound = binding_.events;
    if (const auto i = place_of(bound, consequence);
        i && describes_consequence(header_, contents_, used_, *i)) {
      release(*i, bound);
      if (!bound_to(bound, description)) take(events_, *i, description, Sureness::known, bound);
      not_event_.insert(*i);
      assign_again(consequence);
    }
    if (bound_to(bound, consequence) && !bound_to(bound, description)) {
      if (const auto i = find_description(header_, contents_, used_))
        take(events_, *i, description, Sureness::known, bound);
    }
    ask_of_owner();
    const int security = column_of(events_, "Informationssäkerhet");
    if (const auto i = find_security(header_, contents_, used_); i && !bound_to(bound, security))
      take(events_, *i, security, Sureness::known, bound);
    if (const auto i = place_of(bound, level); i && contents_[*i].are_numbers() && !bound_to(bound, value)) {
      release(*i, bound);
      take(events_, *i, value, Sureness::known, bound);
    }
    settle_value(value, bound_to(bound, likelihood) || bound_to(bound, consequence));
    find_choice_column("Hantering");
    const auto packed = place_of(bound, value);
    const bool facts = packed && contents_[*packed].are_risk_facts();
    if (facts) return;
    for (const int target : {likelihood, consequence}) {
      if (!bound_to(bound, target)) seek(events_, &ForeignColumn::event, target, bound);
    }
    find_value(value);
  }

  /// "Kontrollmoment" beside risks, with nothing of how, how often or by whom: the plan, or what is done
  /// already.
  void ask_of_control() {
    const int control = column_of(controls_, "Kontroll");
    if (!binding_.has_events || binding_.has_controls) return;
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Guess& guess = header_.columns[i].control;
      const bool fits = guess && guess->column == control && guess->sureness <= Sureness::known;
      if (fits && !used_[i] && !header_.columns[i].left_out && !contents_[i].empty())
        ask(i, controls_, control, "då läses kontrollerna som IKP", false);
    }
  }

  /// Whoever answers for the measure may own the risk as well; nobody knows but the ISAM.
  void ask_of_owner() {
    const int owner = column_of(events_, "Riskägare");
    if (bound_to(binding_.events, owner)) return;
    for (std::size_t i = 0; i < split_; ++i) {
      const Guess& guess = header_.columns[i].event;
      if (guess && guess->column == owner && !used_[i] && !header_.columns[i].left_out)
        ask(i, events_, owner, "den som ansvarar för åtgärden kan vara en annan", false);
    }
  }

  /// A second heading for the column, when the first turned out to be something else.
  void assign_again(int target) {
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Guess& guess = header_.columns[i].event;
      const bool fits = guess && guess->column == target && guess->sureness < Sureness::ask && !used_[i];
      if (!fits || describes_consequence(header_, contents_, used_, i)) continue;
      take(events_, i, target, guess->sureness, binding_.events);
      return;
    }
  }

  /// A column whose cells hold likelihood and consequence together is the risk value, whatever its heading;
  /// beside it another may say the value itself.
  void settle_value(int value, bool measured) {
    std::map<int, int>& bound = binding_.events;
    const auto taken = place_of(bound, value);
    const ValueHeadings found = find_values(header_, contents_, used_, taken);
    if (!found.packed || (taken && taken != found.packed && measured)) return;
    if (taken && taken != found.packed) release(*taken, bound);
    if (taken != found.packed) take(events_, *found.packed, value, Sureness::known, bound);
    if (!found.stated) return;
    std::map<int, int> apart;  // two columns of the sheet are not one of ours
    take(events_, *found.stated, value, Sureness::known, apart);
    binding_.stated_value = header_.columns[*found.stated].ref.column;
  }

  /// "Summa" is the risk value where it mostly is the product; else nobody knows but the ISAM.
  void find_value(int value) {
    const auto likelihood = place_of(binding_.events, column_of(events_, "Sannolikhet"));
    const auto consequence = place_of(binding_.events, column_of(events_, "Konsekvens"));
    if (!likelihood || !consequence || bound_to(binding_.events, value)) return;
    for (std::size_t i = 0; i < split_; ++i) {
      const Guess& guess = header_.columns[i].event;
      const bool may_be = guess && guess->column == value && guess->sureness == Sureness::ask;
      if (!may_be || used_[i] || header_.columns[i].left_out || !contents_[i].are_numbers()) continue;
      const auto [agreeing, compared] =
          compare_products(grid_, header_.last_row, header_.columns[*likelihood].ref.column,
                           header_.columns[*consequence].ref.column, header_.columns[i].ref.column);
      if (agreeing * 2 > compared) {
        take(events_, i, value, Sureness::known, binding_.events);
        return;
      }
      ask(i, events_, value,
          "den är sannolikhet gånger konsekvens på " + std::to_string(agreeing) + " av " +
              std::to_string(compared) + (compared == 1 ? " rad" : " rader"),
          false);
    }
  }

  /// "Åtgärd" over the words of Hantering is Hantering; over sentences it is the sheet's own column.
  void find_choice_column(std::string_view heading) {
    const int target = column_of(events_, heading);
    if (bound_to(binding_.events, target)) return;
    for (std::size_t i = 0; i < split_; ++i) {
      const Guess& guess = header_.columns[i].event;
      const bool may_be = guess ? guess->column == target && guess->sureness == Sureness::ask : true;
      const bool fits = may_be && !used_[i] && !header_.columns[i].left_out;
      if (!fits || !contents_[i].are_choices_of(events_.columns[static_cast<std::size_t>(target)])) continue;
      take(events_, i, target, Sureness::known, binding_.events);
      return;
    }
  }

  void mend_controls() {
    const int frequency = column_of(controls_, "Frekvens");
    const int method = column_of(controls_, "Metod");
    const int owner = column_of(controls_, "Kontrollansvarig");
    std::map<int, int>& bound = binding_.controls;
    if (const auto i = place_of(bound, column_of(controls_, "Tidpunkt"));
        i && !bound_to(bound, frequency) &&
        contents_[*i].are_choices_of(controls_.columns[static_cast<std::size_t>(frequency)])) {
      release(*i, bound);
      take(controls_, *i, frequency, Sureness::known, bound);
    }
    mend_owner(owner);
    for (const int target : {frequency, method, owner}) {
      if (!bound_to(bound, target)) seek(controls_, &ForeignColumn::control, target, bound);
    }
    if (binding_.has_events) return;
    const int event = column_of(events_, "Oönskad händelse");
    std::optional<std::size_t> risk;
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Guess& guess = header_.columns[i].event;
      if (used_[i] || !guess || guess->column != event || guess->sureness >= Sureness::ask) continue;
      if (!risk || guess->sureness < header_.columns[*risk].event->sureness) risk = i;
    }
    if (risk) binding_.risk_text = header_.columns[*risk].ref.column;
  }

  /// "Ansvarig" after "Åtgärd" may be of the measure; with another owner of the control it surely is.
  void mend_owner(int owner) {
    std::map<int, int>& bound = binding_.controls;
    const int measure = column_of(controls_, "Åtgärd");
    const int of_measure = column_of(controls_, "Ansvarig");
    const auto action = place_of(bound, measure);
    if (!action) return;
    const auto chosen = place_of(bound, owner);
    const bool plain = chosen && fold(header_.columns[*chosen].text) == "ansvarig";
    for (std::size_t i = *action + 1; i < header_.columns.size(); ++i) {
      if (used_[i] || fold(header_.columns[i].text) != "ansvarig") continue;
      take(controls_, i, of_measure, Sureness::known, bound);
      return;
    }
    if (!plain || *chosen < *action) return;
    release(*chosen, bound);
    ask(*chosen, controls_, owner, "den står efter ”Åtgärd” och kan vara åtgärdens", false);
  }

  /// Looks for a demanded column that no heading names surely: a word within a heading and what stands under
  /// it together are enough when only one heading has both; anything less is asked.
  void seek(const Form& form, Guess ForeignColumn::*side, int target, std::map<int, int>& bound) {
    const Column& column = form.columns[static_cast<std::size_t>(target)];
    std::vector<std::size_t> agreed;
    std::vector<std::size_t> possible;
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const ForeignColumn& one = header_.columns[i];
      if (used_[i] || one.left_out || not_event_.contains(i) || contents_[i].empty()) continue;
      const Guess& guess = one.*side;
      const bool other = guess && guess->column != target && guess->sureness < Sureness::ask;
      if (other) continue;
      const bool contents = may_hold(column, contents_[i]);
      const bool word = mentions(one, column.heading);
      const bool may_be = guess && guess->column == target;
      if (word && contents) agreed.push_back(i);
      const bool free_text = column.kind == Kind::role || column.open_choice;
      const bool scale = may_be && may_be_steps(column, contents_[i]);
      if ((word || may_be) && (contents || free_text || scale)) possible.push_back(i);
      const bool steps_alone = contents && column.kind == Kind::whole_number && !guess;
      if (!word && !may_be && steps_alone) possible.push_back(i);
    }
    if (agreed.size() == 1) {
      take(form, agreed.front(), target, Sureness::known, bound);
      return;
    }
    for (const std::size_t i : possible) ask(i, form, target, why(i, column), false);
  }

  [[nodiscard]] std::string why(std::size_t i, const Column& column) const {
    const bool steps = column.kind == Kind::whole_number && contents_[i].are_steps();
    return steps ? "under den står tal som i en skala" : "ordet kan betyda det";
  }

  void ask(std::size_t i, const Form& form, int target, std::string because, bool used) {
    const ForeignColumn& column = header_.columns[i];
    sheet_.questions.push_back({column.ref, column.text, &form, target, std::move(because), used});
  }

  /// One column of the sheet that both the risk and its control have.
  void share(std::string_view heading) {
    const int of_event = column_of(events_, heading);
    const int of_control = column_of(controls_, heading);
    if (!binding_.has_events || bound_to(binding_.controls, of_control)) return;
    if (const auto i = place_of(binding_.events, of_event))
      binding_.controls[header_.columns[*i].ref.column] = of_control;
  }

  void keep_own() {
    std::set<std::string> names;
    const Form& form = binding_.has_events ? events_ : controls_;
    for (const Column& column : form.columns) names.insert(fold(column.heading));
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const ForeignColumn& column = header_.columns[i];
      if (used_[i]) continue;
      if (column.left_out) {
        sheet_.headings.push_back({column.ref, shown(column), nullptr, -1, Sureness::mapped, true});
        continue;
      }
      binding_.own[column.ref.column] = own_name(column, names);
      sheet_.headings.push_back({column.ref, shown(column), nullptr, -1, Sureness::own, false});
    }
  }

  const ForeignHeader& header_;
  const ForeignGrid& grid_;
  const Form* hint_;
  ForeignSheet& sheet_;
  const Form& events_ = *find_form("VoR");
  const Form& controls_ = *find_form("IKP");
  std::vector<ColumnContents> contents_;  // by heading
  std::vector<bool> used_;                // by heading
  std::set<std::size_t> not_event_;       // headings that lost to another of the same column
  std::size_t split_ = 0;                 // the first heading of the control
  ForeignBinding binding_;
};

}  // namespace

ForeignBinding bind_columns(const ForeignHeader& header, const ForeignGrid& grid, const Form* hint,
                            ForeignSheet& sheet) {
  return Binder(header, grid, hint, sheet).bind();
}

}  // namespace lg::intake
