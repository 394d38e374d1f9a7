#pragma once

#include "intake/form.hpp"
#include "intake/form_writer.hpp"
#include "intake/form_writer_look.hpp"

#include <span>

namespace lg::intake {

/// Writes the sheet Läs mig: what to fill in, in what order, what the star means, what to run, and each
/// column with its help and an example. The reader knows the sheet by its name and passes it over.
void write_guide(FormBook& book, const Look& look, const BlankRequest& request,
                 std::span<const Form* const> sheets);

}  // namespace lg::intake
