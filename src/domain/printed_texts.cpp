#include "domain/printed_texts.hpp"

#include "base/text.hpp"
#include "domain/column_of.hpp"

#include <array>

namespace lg::domain {
namespace {

using Kind = PrintedText::Kind;

struct Printed {
  std::string_view list;
  std::string_view column;
  Kind kind;
};

constexpr std::array printed{
    Printed{"Textblock", "Rubrik", Kind::heading},
    Printed{"Textblock", "Text", Kind::prose},
    Printed{"Omvärld", "Rubrik", Kind::heading},
    Printed{"Omvärld", "Text", Kind::prose},
    Printed{"Omvärld", "Påverkan på nämnden", Kind::note},
    Printed{"Staden", "Rubrik", Kind::heading},
    Printed{"Staden", "Text", Kind::prose},
    Printed{"Staden", "Påverkan på nämnden", Kind::note},
    Printed{"Intressenter", "Behov/förväntan eller återkoppling", Kind::note},
    Printed{"Intressenter", "Förändring sedan förra året", Kind::note},
    Printed{"Intressenter", "Hantering", Kind::note},
    Printed{"VoR", "Område", Kind::heading},
    Printed{"VoR", "Oönskad händelse", Kind::prose},
    Printed{"VoR", "Motivering", Kind::note},
    Printed{"förra årets VoR", "Område", Kind::heading},
    Printed{"förra årets VoR", "Oönskad händelse", Kind::prose},
    Printed{"IKP", "Kontroll", Kind::note},
    Printed{"förra årets IKP", "Kontroll", Kind::note},
    Printed{"förra årets IKP", "Kommentar", Kind::note},
    Printed{"förra årets IKP", "Åtgärd", Kind::note},
    Printed{"Uppföljning", "Iakttagelse och bedömning", Kind::prose},
    Printed{"Uppföljning", "ISAM:s rekommendation", Kind::prose},
    Printed{"Rekommendationer", "Rekommendation", Kind::prose},
    Printed{"Revisioner", "Benämning", Kind::heading},
    Printed{"Revisioner", "Sammanfattning", Kind::prose},
    Printed{"Iakttagelser", "Iakttagelse", Kind::prose},
    Printed{"Iakttagelser", "Rekommendation", Kind::prose},
    Printed{"Iakttagelser", "Åtgärd", Kind::note},
    Printed{"Aktiviteter", "Aktivitet", Kind::heading},
    Printed{"Aktiviteter", "Beskrivning", Kind::prose},
    Printed{"Aktiviteter", "Statuskommentar", Kind::note},
    Printed{"Tidigare aktiviteter", "Aktivitet", Kind::heading},
    Printed{"Tidigare aktiviteter", "Statuskommentar", Kind::note},
    Printed{"Tidigare aktiviteter", "Utfall", Kind::note},
    Printed{"Mål", "Mål", Kind::note},
    Printed{"Mål", "Kommentar", Kind::note},
    Printed{"Beslut", "Beslut", Kind::note},
};

bool is_masked(const Value& secrecy) {
  const std::string* mark = secrecy.as_text();
  if (mark == nullptr) return false;
  const std::string folded = fold(*mark);
  return folded == "maskas" || folded == "utelämnas";
}

void add(std::vector<PrintedText>& texts, const Table& table, const Printed& what) {
  const ColumnOf column(table, what.column);
  const ColumnOf secrecy(table, "Sekretess");
  const bool open = what.column == "Öppen text";
  for (const Row& row : table.rows) {
    const std::string* text = column(row).as_text();
    if (text == nullptr || text->empty()) continue;
    texts.push_back({what.kind, what.list, what.column, &row, &column(row), *text, lower_in_place(*text),
                     !open && is_masked(secrecy(row))});
  }
}

}  // namespace

std::string lower_in_place(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const auto byte = static_cast<unsigned char>(lower[i]);
    if (byte >= 'A' && byte <= 'Z') lower[i] = static_cast<char>(byte + 0x20);
    // Å, Ä, Ö, É and the other capitals of Latin-1, U+00C0–U+00DE, are C3 80–C3 9E; × is none of them.
    const bool latin = i > 0 && static_cast<unsigned char>(lower[i - 1]) == 0xC3U;
    if (latin && byte >= 0x80U && byte <= 0x9EU && byte != 0x97U) lower[i] = static_cast<char>(byte + 0x20);
  }
  return lower;
}

std::vector<PrintedText> printed_texts(const Review& review) {
  std::vector<PrintedText> texts;
  for (const Printed& what : printed) add(texts, review.table(what.list), what);
  add(texts, review.facts, {"Uppgifter", "Beslutsförslag", Kind::note});
  for (const auto& [name, table] : review.tables) {
    if (table.column("Öppen text") >= 0 && !table.rows.empty())
      add(texts, table, {table.field.name, "Öppen text", Kind::note});
  }
  return texts;
}

}  // namespace lg::domain
