#!/usr/bin/env bash
# Measures start-up and throughput of the release binary on documents of the project's own.
# CPU seconds of whole processes; on a busy machine compare ratios, not single figures.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/.build/release/presswork
page=$PWD/Pipelines/Samples/2007-bamako-ministerial.txt
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
TIMEFORMAT='%U %S %R'

# seconds COMMAND...: user plus system seconds, then wall seconds.
seconds() {
  { time "$@" >/dev/null 2>"$scratch/notes"; } 2>&1 | awk '{ print $1 + $2, $3 }'
}

runs=50
start_up() { for _ in $(seq $runs); do "$program" --version; done; }
read -r cpu _ < <(seconds start_up)
awk -v s="$cpu" -v n=$runs \
  'BEGIN { printf "start-up          %6.1f ms of CPU for --version\n", s / n * 1000 }'

copies=1000
mkdir -p "$scratch/Pipelines/Samples"
for i in $(seq $copies); do cp "$page" "$scratch/Pipelines/Samples/page-$i.txt"; done
sed 's/2007-bamako-ministerial\.txt/*.txt/' Pipelines/bamako-ministerial.yaml \
  >"$scratch/Pipelines/bamako-ministerial.yaml"
bytes=$(($(wc -c <"$page") * copies))
words=$(($(wc -w <"$page") * copies))
report() {
  awk -v label="$1" -v cpu="$2" -v wall="$3" -v d=$copies -v b=$bytes -v w=$words 'BEGIN {
    printf "%-16s %7.0f pages, %6.1f MB, %8.0f words a second of CPU; %6.0f pages a second\n",
      label, d / cpu, b / cpu / 1e6, w / cpu, d / wall }'
}
cd "$scratch"
for jobs in 1 2; do
  read -r cpu wall < <(seconds "$program" read --json --jobs $jobs Pipelines/Samples/*.txt)
  report "read, $jobs at once" "$cpu" "$wall"
done
read -r cpu wall < <(seconds "$program" run bamako-ministerial --jobs 1)
report 'run, 1 at once' "$cpu" "$wall"
read -r cpu wall < <(seconds "$program" verify Reports/bamako-ministerial)
report 'verify' "$cpu" "$wall"
