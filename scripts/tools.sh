#!/bin/sh
# Sees to it that cmake and libclang are there for compiling HiGHS: those of the machine where it
# has them, else from the Python Package Index into .tools, without root. What was fetched is told
# to cargo in .cargo/config.toml, so that plain `cargo build` works too.
set -eu
cd "$(dirname "$0")/.."

CMAKE_VERSION=4.4.4
LIBCLANG_VERSION=18.1.1

has_cmake() { [ -n "${CMAKE:-}" ] || command -v cmake >/dev/null 2>&1; }

has_libclang() {
    [ -n "${LIBCLANG_PATH:-}" ] && return 0
    if command -v llvm-config >/dev/null 2>&1; then
        for library in "$(llvm-config --libdir)"/libclang.so* "$(llvm-config --libdir)"/libclang.dylib; do
            [ -e "$library" ] && return 0
        done
    fi
    # libclang-cpp is another library.
    for library in /usr/lib*/libclang.so* /usr/lib/*/libclang.so* /usr/lib/*/libclang-[0-9]*.so* \
        /usr/lib/llvm-*/lib/libclang.so* /usr/lib/llvm-*/lib/libclang-[0-9]*.so* \
        /opt/homebrew/opt/llvm/lib/libclang.dylib \
        /Library/Developer/CommandLineTools/usr/lib/libclang.dylib; do
        [ -e "$library" ] && return 0
    done
    return 1
}

fetch() {
    python3 -m pip --version >/dev/null 2>&1 || {
        echo "error: this machine has no cmake or libclang, and no python3 with pip to fetch them." >&2
        echo "Install cmake and libclang, or python3 with pip, or build with" >&2
        echo "  cargo build --release --no-default-features --features serve" >&2
        exit 1
    }
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
        --upgrade --target .tools "$1"
}

settings=""
if ! has_cmake; then
    [ -x .tools/cmake/data/bin/cmake ] || fetch "cmake==$CMAKE_VERSION"
    settings="$settings
CMAKE = { value = \".tools/cmake/data/bin/cmake\", relative = true }"
fi
if ! has_libclang; then
    [ -e .tools/clang/native ] || fetch "libclang==$LIBCLANG_VERSION"
    settings="$settings
LIBCLANG_PATH = { value = \".tools/clang/native\", relative = true }"
fi

if [ -n "$settings" ]; then
    mkdir -p .cargo
    wanted="# Written by scripts/tools.sh: this machine lacks tools of its own.
[env]$settings"
    # Writing only what changes keeps cargo from building anew.
    [ "$(cat .cargo/config.toml 2>/dev/null)" = "$wanted" ] || echo "$wanted" >.cargo/config.toml
fi
