#!/usr/bin/env bash
# Runs every kind of test and prints their counts. Called by ./test, which builds first.
set -uo pipefail
cd "$(dirname "$0")/.."
dev=build/dev/genomgang
release=build/release/genomgang
validator=build/validator/node_modules/.bin/ooxml-validator
export LSAN_OPTIONS="suppressions=$PWD/tests/support/known_leaks.txt:print_suppressions=0"
failed=0
summary=()

# run NAME COMMAND...: a kind of test; its last line holds its counts.
run() {
  local name=$1 log
  shift
  log=build/test-$name.txt
  echo "== $name"
  if "$@" >"$log" 2>&1; then
    summary+=("$(printf '%-14s %s' "$name" "$(/usr/bin/python3 tests/tools/total.py "$log")")")
  else
    failed=$((failed + 1))
    tail -n 60 "$log"
    summary+=("$(printf '%-14s FEL: %s' "$name" "$(/usr/bin/python3 tests/tools/total.py "$log")")")
  fi
}

run arkitektur cmake -D SOURCE_DIR="$PWD/src" -P tests/architecture/levels.cmake
run enhet build/dev/tests/unit_tests
run felkoder /usr/bin/python3 tests/documents/check_guides.py --program "$dev"
run faror /usr/bin/python3 tests/documents/check_hazards.py
run fall /usr/bin/python3 tests/cases/run_cases.py --program "$dev"
run bilder /usr/bin/python3 tests/documents/check_objects.py --program "$dev" --validator "$validator"
run formler /usr/bin/python3 tests/documents/check_formulas.py --program "$release"
run egenskaper /usr/bin/python3 tests/properties/check_properties.py --program "$dev"
run kommandon /usr/bin/python3 tests/cli/check_cli.py --program "$release"
run hot /usr/bin/python3 tests/page/check_threats.py --program "$release"
run sida node tests/page/check_page.mjs --program "$release"
run regler /usr/bin/python3 tests/documents/check_rules.py
run dokument /usr/bin/python3 tests/documents/check_documents.py --program "$release" --validator "$validator"
run korpus /usr/bin/python3 tests/documents/check_corpus.py --program "$release" --validator "$validator"

echo
printf '%s\n' "${summary[@]}"
/usr/bin/python3 tests/tools/total.py build/test-*.txt
exit $((failed > 0))
