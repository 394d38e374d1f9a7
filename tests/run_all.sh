#!/usr/bin/env bash
# Runs every kind of test and prints their counts. Called by ./test, which builds first.
set -uo pipefail
cd "$(dirname "$0")/.."
dev=build/dev/genomgang
release=build/release/genomgang
validator=build/validator/node_modules/.bin/ooxml-validator
export LSAN_OPTIONS="suppressions=$PWD/tests/support/known_leaks.txt:print_suppressions=0"
lanes=$(nproc)
names=()
logs=()
summary=()

# begin NAME COMMAND...: a kind of test; its last line holds its counts. As many run at once as there are processors.
begin() {
  local name=$1
  shift
  while [ "$(jobs -rp | wc -l)" -ge "$lanes" ]; do wait -n; done
  echo "== $name"
  names+=("$name")
  {
    "$@" >"build/test-$name.txt" 2>&1
    echo $? >"build/test-$name.code"
  } &
}

# alone NAME COMMAND...: the same of a kind that watches the clock.
alone() {
  wait
  begin "$@"
  wait
}

begin korpus /usr/bin/python3 tests/documents/check_corpus.py --program "$release" --validator "$validator"
begin kommandon /usr/bin/python3 tests/cli/check_cli.py --program "$release"
begin egenskaper /usr/bin/python3 tests/properties/check_properties.py --program "$dev"
begin fall /usr/bin/python3 tests/cases/run_cases.py --program "$dev"
begin dokument /usr/bin/python3 tests/documents/check_documents.py --program "$release" --validator "$validator"
begin enhet build/dev/tests/unit_tests
begin formler /usr/bin/python3 tests/documents/check_formulas.py --program "$release"
begin bilder /usr/bin/python3 tests/documents/check_objects.py --program "$dev" --validator "$validator"
begin arkitektur cmake -D SOURCE_DIR="$PWD/src" -P tests/architecture/levels.cmake
begin felkoder /usr/bin/python3 tests/documents/check_guides.py --program "$dev"
begin faror /usr/bin/python3 tests/documents/check_hazards.py
begin regler /usr/bin/python3 tests/documents/check_rules.py
alone hot /usr/bin/python3 tests/page/check_threats.py --program "$release"
alone sida node tests/page/check_page.mjs --program "$release"

failed=0
echo
for name in "${names[@]}"; do
  mark='' log=build/test-$name.txt
  logs+=("$log")
  if [ "$(cat "build/test-$name.code")" -ne 0 ]; then
    failed=$((failed + 1)) mark='FEL: '
    tail -n 60 "$log"
  fi
  summary+=("$(printf '%-14s %s%s' "$name" "$mark" "$(/usr/bin/python3 tests/tools/total.py "$log")")")
done
echo
printf '%s\n' "${summary[@]}"
/usr/bin/python3 tests/tools/total.py "${logs[@]}"
exit $((failed > 0))
