#!/usr/bin/env bash
# Fuzzes the readers under the address sanitizer; `make fuzz` calls it.
#
#   READER=html      one target instead of all, one after the other
#   SECONDS_EACH=60  how long each is fuzzed
#   SEEDS=FOLDER     more inputs to start from; they are read and never copied
#
# What goes wrong is written to .build/fuzz/found/READER, one file an input, and the exit status is
# then 1. `FUZZ_READER=html .build/fuzz/presswork-fuzz FILE` runs such a file again.
set -euo pipefail
cd "$(dirname "$0")/../.."
each=${SECONDS_EACH:-60}
toolchain=$(dirname "$(dirname "$(readlink -f "$(command -v swift)")")")
PRESSWORK_FUZZER=$(find "$toolchain/lib/clang" -name 'libclang_rt.fuzzer_no_main-*.a' | head -n 1)
if [ -z "$PRESSWORK_FUZZER" ]; then
  echo "fuzz: this toolchain brings no libFuzzer" >&2
  exit 69
fi
export PRESSWORK_FUZZER
swift build -c release --build-path .build/fuzz --product presswork-fuzz
program=$PWD/.build/fuzz/release/presswork-fuzz
# Another run may have it open.
cp --remove-destination "$program" .build/fuzz/presswork-fuzz
program=$PWD/.build/fuzz/presswork-fuzz
export SWIFT_BACKTRACE=enable=no
status=0
for reader in ${READER:-$("$program")}; do
  export FUZZ_READER=$reader
  work=$PWD/.build/fuzz/work/$reader
  found=$PWD/.build/fuzz/found/$reader
  mkdir -p "$work/corpus" "$found"
  "$program" --write "$work"
  end=$((SECONDS + each))
  inputs=0
  # The fuzzer stops at what it finds: go on until the time is over, though not for ever.
  for round in $(seq 20); do
    left=$((end - SECONDS))
    [ "$left" -gt 0 ] || break
    "$program" -max_total_time="$left" -max_len=8192 -timeout=30 -rss_limit_mb=3000 \
      -detect_leaks=0 -print_final_stats=1 -dict="$work/dictionary" -artifact_prefix="$found/" \
      -verbosity=1 "$work/corpus" "$work/seeds" ${SEEDS:-} >"$work/log" 2>&1 || true
    ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log" | tail -n 1)
    inputs=$((inputs + ${ran:-0}))
    grep -hE 'Fatal error|ERROR: |SUMMARY' "$work/log" | sort -u | head -n 3 || true
  done
  crashes=$(find "$found" -type f | wc -l)
  echo "$reader: $inputs inputs in $each s, $crashes found ($found)"
  [ "$crashes" -eq 0 ] || status=1
done
exit $status
