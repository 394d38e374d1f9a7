#pragma once

#include "opc/package.hpp"

namespace lg::app {

/// An Excel workbook of any kind, by its main part; anything else is treated as a Word document.
[[nodiscard]] bool is_workbook(const opc::Package& package);

}  // namespace lg::app
