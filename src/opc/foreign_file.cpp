#include "base/problem.hpp"
#include "base/text.hpp"
#include "opc/zip_reader.hpp"

#include <algorithm>
#include <string>

namespace lg::opc {
namespace {

[[noreturn]] void refuse(const std::string& file, std::string code, std::string message, std::string hint) {
  throw UnreadableFile(
      Problem{Severity::error, std::move(code), FileLocation{file}, std::move(message), std::move(hint), {}});
}

/// Names of streams in a compound file are UTF-16LE.
bool holds_utf16(std::string_view bytes, std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append(1, c).append(1, '\0');
  return bytes.find(wide) != std::string_view::npos;
}

[[noreturn]] void refuse_compound_file(const std::string& file, std::string_view bytes) {
  if (holds_utf16(bytes, "EncryptedPackage") || holds_utf16(bytes, "DataSpaces")) {
    refuse(file, "FIL-003", "Filen är lösenordsskyddad och kan inte läsas.",
           "Öppna filen i Excel eller Word, ta bort skyddet (Arkiv › Info) och spara den.");
  }
  if (holds_utf16(bytes, "WordDocument")) {
    refuse(file, "FIL-004", "Filen är ett gammalt Word-dokument (.doc) och kan inte läsas.",
           "Öppna filen i Word och spara den som .docx.");
  }
  refuse(file, "FIL-005", "Filen är en gammal Excel-arbetsbok (.xls) och kan inte läsas.",
         "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx).");
}

bool looks_like_text(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4096);
  return std::ranges::none_of(start, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20U && c != '\t' && c != '\n' && c != '\r';
  });
}

}  // namespace

void refuse_foreign_file(const std::string& file_name, std::string_view bytes) {
  if (bytes.empty()) {
    refuse(file_name, "FIL-002", "Filen är tom.", "Öppna originalet i Excel eller Word och spara det igen.");
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) refuse_compound_file(file_name, bytes);
  if (bytes.starts_with("%PDF")) {
    refuse(file_name, "FIL-006", "Filen är en PDF och ingen arbetsbok eller ett Word-dokument.",
           "Välj den .xlsx- eller .docx-fil som PDF:en gjordes av.");
  }
  if (bytes.starts_with("PK")) {
    refuse(
        file_name, "FIL-007", "Filen är skadad eller avkortad och kan inte läsas.",
        "Öppna den i Excel eller Word, låt programmet reparera den och spara den, eller hämta den på nytt.");
  }
  std::string start(bytes.substr(0, 1024));
  start = to_lower(clean(start).text);
  if (start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos ||
      start.find("<table") != std::string::npos) {
    refuse(file_name, "FIL-008", "Filen är en webbsida (HTML), även om namnet säger något annat.",
           "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).");
  }
  if (start.starts_with("<?xml")) {
    refuse(file_name, "FIL-009", "Filen är ren XML och ingen .xlsx- eller .docx-fil.",
           "Öppna den i Excel eller Word och spara den som .xlsx eller .docx.");
  }
  if (looks_like_text(bytes)) {
    refuse(file_name, "FIL-010", "Filen är en textfil (till exempel CSV), även om namnet säger något annat.",
           "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).");
  }
  refuse(file_name, "FIL-011", "Filen är varken en Excel-arbetsbok (.xlsx) eller ett Word-dokument (.docx).",
         "Välj en fil som är sparad som .xlsx eller .docx.");
}

}  // namespace lg::opc
