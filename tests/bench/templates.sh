#!/usr/bin/env bash
# Prints what one table of two columns takes at several numbers of rows, in this engine and in two peers, all on this
# machine in one run: tests/bench/templates.sh [ROWS ...]. Columns: engine, format, rows; parsing the template once;
# filling and packing it, warm; holding the result against the rules (ours alone); KiB of the result.
# The peers need node and npm; without them their lines are left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
sizes=("${@:-500}")
[ $# -gt 0 ] || sizes=(500 5000 50000)
cmake --preset release -DLG_BENCH=ON >/dev/null
cmake --build build/release >/dev/null
folder=build/bench
mkdir -p "$folder"
/usr/bin/python3 tests/bench/make_templates.py "$folder"
printf '%-15s %-5s %7s %9s %9s %9s %9s\n' motor slag rader läsning ifyllning prövning KiB
build/release/bench_templates "$folder/genomgang.docx" "$folder/genomgang.xlsx" "${sizes[@]}"
if command -v npm >/dev/null; then
  [ -d "$folder/node_modules/carbone" ] ||
    npm install --prefix "$folder" --no-audit --no-fund docxtemplater@3.71.0 pizzip@3.3.0 carbone@3.8.2 >/dev/null
  node tests/bench/peers.mjs "$folder" "$folder" "${sizes[@]}"
else
  echo "npm finns inte; de andra motorerna mättes inte."
fi
