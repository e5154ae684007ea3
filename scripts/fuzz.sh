#!/bin/sh
# Fuzzes every parser with libFuzzer, guided by what code it reaches: sh scripts/fuzz.sh MINUTES [PARSER …]. The corpora in
# tests/fuzz/corpus are what it starts from; what it adds, and inputs that fail, are in target/fuzz. It builds with the stable
# toolchain: the code that parses is safe Rust, so no sanitizer is needed, which would need more memory than the limit.
set -eu
cd "$(dirname "$0")/.."

minutes=$1
shift
[ $# -gt 0 ] || set -- instance plan certificate batch path travel csv xlsx ods

target=$(rustc -vV | sed -n 's/^host: //p')
coverage="-Cpasses=sancov-module --cfg fuzzing -Cdebug-assertions"
for option in sanitizer-coverage-level=4 sanitizer-coverage-inline-8bit-counters sanitizer-coverage-pc-table \
    sanitizer-coverage-trace-compares simplifycfg-branch-fold-threshold=0; do
    coverage="$coverage -Cllvm-args=-$option"
done
(cd tests/fuzz && RUSTFLAGS="$coverage" cargo build --release --locked --target "$target" --target-dir ../../target/fuzz)

failed=
for parser in "$@"; do
    mkdir -p "target/fuzz/corpus/$parser" "target/fuzz/failed/$parser"
    echo "== $parser"
    "target/fuzz/$target/release/$parser" "target/fuzz/corpus/$parser" "tests/fuzz/corpus/$parser" \
        -max_total_time=$((minutes * 60)) -rss_limit_mb=1024 -timeout=10 -max_len=8192 -print_final_stats=1 \
        -artifact_prefix="target/fuzz/failed/$parser/" 2>"target/fuzz/$parser.log" || failed="$failed $parser"
    grep -E 'number_of_executed_units|peak_rss_mb|new_units_added|panicked|ERROR|SUMMARY' "target/fuzz/$parser.log" || true
done
[ -z "$failed" ] || { echo "failed:$failed; see target/fuzz/failed" >&2; exit 1; }
