#include "calc/functions.hpp"

namespace lg::calc {

Function find_function(std::string_view name) {
  static const Functions all = [] {
    Functions gathered;
    for (const Functions* family :
         {&logic_functions(), &sum_functions(), &criteria_functions(), &text_functions(), &number_functions(),
          &date_functions(), &lookup_functions()}) {
      gathered.insert(family->begin(), family->end());
    }
    return gathered;
  }();
  const auto found = all.find(name);
  return found == all.end() ? nullptr : found->second;
}

}  // namespace lg::calc
