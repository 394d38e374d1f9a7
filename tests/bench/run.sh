#!/usr/bin/env bash
# Prints what a run takes at several sizes, beside the floor: tests/bench/run.sh [RUNS]
# Needs ./run first. Columns: risks and activities, median and least wall time of whole processes, peak memory.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release -DLG_BENCH=ON >/dev/null
cmake --build build/release >/dev/null
exec /usr/bin/python3 tests/bench/measure.py build/release "${1:-9}"
