// The floor of the job on this machine: inflate every part of the inputs, look at every byte once for "<", and
// deflate as many bytes as the two documents hold. Usage: bench_floor FOLDER REPORT PLAN
#include "opc/package.hpp"
#include "opc/zip_writer.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t scanned(const lg::opc::Package& package) {
  std::size_t elements = 0;
  for (const auto& part : package.part_names()) {
    elements += static_cast<std::size_t>(std::ranges::count(package.bytes(part), '<'));
  }
  return elements;
}

std::size_t packed(const lg::opc::Package& package) {
  std::size_t size = 0;
  for (const auto& part : package.part_names()) size += lg::opc::deflate(package.bytes(part)).bytes.size();
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  std::size_t total = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    if (entry.path().extension() == ".xlsx") {
      total += scanned(lg::opc::Package::open(entry.path().filename().string(), read(entry.path())));
    }
  }
  for (int i = 2; i < 4; ++i) total += packed(lg::opc::Package::open(argv[i], read(argv[i])));
  std::cout << total << "\n";
  return 0;
}
