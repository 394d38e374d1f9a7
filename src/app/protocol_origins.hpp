#pragma once

#include "app/run_record.hpp"
#include "base/value.hpp"

namespace lg::app {

/// Adds the protocol's lists of where texts came from: Ursprung for people, and Planceller and Kolumner,
/// which `varifran` looks up (text_origin.hpp).
void add_origins(Dataset& data, const RunRecord& record);

}  // namespace lg::app
