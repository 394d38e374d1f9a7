// What a template costs when it is used again and again: bench_templates DOCX XLSX ROWS ... prints a line for
// each file and number of rows. The same files are given to the peers (peers.mjs).
#include "app/verification.hpp"
#include "base/value.hpp"
#include "merge/docx_template.hpp"
#include "merge/xlsx_template.hpp"
#include "opc/package.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// A list "Rader" of two fields, "a" and "b".
lg::Dataset rows(int count) {
  using lg::Field;
  lg::Dataset data;
  data.root = Field::of("", Field::Shape::record);
  Field list = Field::of("Rader", Field::Shape::list);
  list.fields = {Field::of("a", Field::Shape::text), Field::of("b", Field::Shape::text)};
  data.root.fields.push_back(std::move(list));
  std::vector<lg::Row> made;
  for (int i = 0; i < count; ++i) {
    made.push_back({lg::Value::text("Händelse " + std::to_string(i) + " & mera"),
                    lg::Value::text("Åtgärd " + std::to_string(i) + " <klar>")});
  }
  data.row.push_back(lg::Value::list(std::move(made)));
  return data;
}

/// The median of the runs after the first few, in milliseconds.
template <class Run>
double warm(const Run& run) {
  constexpr int warming = 3;
  constexpr int measured = 9;
  std::vector<double> times;
  for (int i = 0; i < warming + measured; ++i) {
    const auto start = Clock::now();
    run();
    if (i >= warming) times.push_back(since(start));
  }
  std::ranges::nth_element(times, times.begin() + measured / 2);
  return times[measured / 2];
}

template <class Template>
void measure(const std::string& path, int count) {
  const lg::opc::Package package = lg::opc::Package::open(path, read(path));
  const lg::Dataset data = rows(count);
  lg::Problems problems;
  const auto start = Clock::now();
  const Template parsed = Template::parse(package, data, problems);
  const double parsing = since(start);
  if (problems.has_errors()) {
    for (const lg::Problem& one : problems) std::cerr << to_text(one);
    std::exit(1);
  }
  std::string bytes;
  const double rendering = warm([&] { bytes = parsed.render(data, problems).save(); });
  const double proving = warm([&] { lg::app::verify(parsed, data, package, bytes, problems); });
  const std::string kind = path.substr(path.rfind('.') + 1);
  std::printf("genomgang       %-5s %7d %9.1f %9.1f %9.1f %9zu\n", kind.c_str(), count, parsing, rendering,
              proving, bytes.size() / 1024);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 3; i < argc; ++i) measure<lg::merge::DocxTemplate>(argv[1], std::atoi(argv[i]));
  for (int i = 3; i < argc; ++i) measure<lg::merge::XlsxTemplate>(argv[2], std::atoi(argv[i]));
  return 0;
}
