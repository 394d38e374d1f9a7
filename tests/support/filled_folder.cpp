#include "support/filled_folder.hpp"

#include "sml/cell_ref.hpp"
#include "support/package_builder.hpp"

#include <fstream>
#include <sstream>
#include <utility>
#include <vector>

namespace lg::test {
namespace {

using Lines = std::vector<std::vector<std::string>>;

const std::vector<std::pair<std::string, Lines>> sheets = {
    {"Uppgifter",
     {{"Fält", "Värde"},
      {"Nämnd", "provnämnden"},
      {"Förvaltning", "Provförvaltningen"},
      {"Förvaltningschef, titel", "direktören"},
      {"Rapportår", "2025"},
      {"Planperiod, första år", "2025"},
      {"Planperiod, sista år", "2026"}}},
    {"Roller", {{"Roll", "Fullständig benämning"}, {"ISAM", "informationssäkerhetssamordnare"}}},
    {"VoR 2025",
     {{"VoR-ID", "Område", "Oönskad händelse", "Sannolikhet", "Konsekvens", "Motivering", "Hantering"},
      {"V25-1", "Ärenden", "Ärenden blir <liggande>.", "2", "4", "Liten skada.", "Accepteras"},
      {"V25-2", "Åtkomst", "Ingen kommer åt.", "1", "1", "Liten skada.", "Accepteras"}}},
    {"Uppföljning", {{"VoR-ID", "Uppföljningsmetod", "Iakttagelse och bedömning", "ISAM:s rekommendation"}}},
    {"Aktiviteter",
     {{"Aktivitets-ID", "Aktivitet", "Startår", "Slutår", "Beskrivning", "Ansvarig", "Ansvarstyp",
       "Prioritet", "Källa"},
      {"A1", "Utbilda alla", "2025", "2026", "En kurs.", "ISAM", "Initieras och genomförs", "1 Hög",
       "Lagkrav"}}},
};

bool is_number(const std::string& text) {
  return text.find_first_not_of("0123456789") == std::string::npos;
}

std::string read_file(const std::string& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

}  // namespace

app::GenerateRequest filled_folder(const std::map<std::string, std::string>& changes,
                                   const std::string& body) {
  WorkbookBuilder builder;
  for (const auto& [name, lines] : sheets) {
    std::string rows;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      std::string cells;
      for (std::size_t k = 0; k < lines[i].size(); ++k) {
        const std::string ref = sml::CellRef{static_cast<int>(i) + 1, static_cast<int>(k) + 1}.text();
        const auto change = changes.find(name + "!" + ref);
        const std::string& text = change == changes.end() ? lines[i][k] : change->second;
        cells += is_number(text) ? "<c r='" + ref + "'><v>" + text + "</v></c>" : text_cell(ref, text);
      }
      rows += row(static_cast<int>(i) + 1, cells);
    }
    builder.sheet(name, rows);
  }
  app::GenerateRequest request;
  request.folder = "provnämnden-2025";
  request.workbooks = {{"Allt.xlsx", builder.package("Allt.xlsx").save()}};
  request.report_template = {"mall.docx", document(body).save()};
  request.plan_template = {"aktivitetsplan.xlsx", read_file(TEMPLATES_FOLDER "/aktivitetsplan.xlsx")};
  request.own_templates = true;
  return request;
}

}  // namespace lg::test
