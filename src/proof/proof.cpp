#include "proof/proof.hpp"

#include "proof/document_rules.hpp"
#include "proof/package_rules.hpp"
#include "proof/workbook_rules.hpp"

#include <algorithm>

namespace lg::proof {

std::vector<Breach> breaches_of(const ParsedPackage& parsed) {
  std::vector<Breach> all = package_breaches(parsed);
  const bool document =
      parsed.package().content_type(parsed.package().main_part()).find("wordprocessingml") !=
      std::string::npos;
  std::vector<Breach> more = document ? document_breaches(parsed) : workbook_breaches(parsed);
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  return all;
}

std::vector<Breach> new_breaches(const std::vector<Breach>& after, const std::vector<Breach>& before) {
  std::vector<Breach> fresh;
  std::ranges::copy_if(after, std::back_inserter(fresh), [&](const Breach& one) {
    return std::ranges::none_of(
        before, [&](const Breach& old) { return old.rule == one.rule && old.what == one.what; });
  });
  return fresh;
}

}  // namespace lg::proof
