#!/bin/sh
# The Python package.
#   sh contrib/python/make.sh check   the wheel of this machine from the build in target/release, and everything about it
#   sh contrib/python/make.sh wheel   the wheel to hand out: for any Linux with glibc 2.28, without libstdc++; compiles anew
#   sh contrib/python/make.sh sdist   the source package
set -eu
cd "$(dirname "$0")/../.."
tools=target/python/tools
dist=target/python/dist

. scripts/environment.sh

# Plans the village with the command alone, as the README does, and compares the plan with that of this checkout.
first_plan() {
    environment target/python/fresh
    install --no-index "$1"
    target/python/fresh/bin/plaatswijzer solve instances/dorp.json -o target/python/dorp.plan.json | grep "8 of 9 students"
    for instance in dorp groningen; do
        target/python/fresh/bin/plaatswijzer solve "instances/$instance.json" -o target/python/one.json >/dev/null 2>&1
        target/release/plaatswijzer solve "instances/$instance.json" -o target/python/other.json >/dev/null 2>&1
        cmp target/python/one.json target/python/other.json
    done
    echo "$1: $(wc -c <"$1") bytes; plans of the village and of Groningen as the ordinary build makes them"
}

rm -rf "$dist"
environment "$tools"
case "$1" in
check)
    install -r contrib/python/requirements.txt
    maturin build --release --locked --compatibility linux --out "$dist"
    install --no-index --no-deps "$dist"/*.whl
    ruff check
    ruff format --check
    mypy contrib/python/plaatswijzer contrib/python/tools
    pytest --quiet
    ;;
wheel)
    install "$(grep ^maturin contrib/python/requirements.txt)" ziglang==0.17.1
    machine=${2:-$(uname -m)}
    # Products are not fused with sums on any machine, so that plans are the same everywhere.
    CFLAGS=-ffp-contract=off CXXFLAGS=-ffp-contract=off maturin build --profile dist --locked --zig --compatibility manylinux_2_28 \
        --target "$machine-unknown-linux-gnu" --out "$dist"
    if [ "$machine" = "$(uname -m)" ]; then first_plan "$dist"/*.whl; else ls -l "$dist"; fi
    ;;
sdist)
    install "$(grep ^maturin contrib/python/requirements.txt)"
    maturin sdist --out "$dist"
    ls -l "$dist"
    ;;
*)
    echo "usage: make.sh check|wheel|sdist" >&2
    exit 2
    ;;
esac
