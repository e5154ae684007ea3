# What the tests of recipes have in common; each sources this file first. They run in a new folder $work, with a batch
# of the village in small.json and its results, made by one process, in whole/. The program is $PLAATSWIJZER, or
# target/release/plaatswijzer.
# shellcheck shell=bash
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export PLAATSWIJZER="${PLAATSWIJZER:-$root/target/release/plaatswijzer}"

# Ends the test where a program is missing.
needs() { # PROGRAM HOW-TO-GET-IT
    command -v "$1" >/dev/null || {
        echo "error: there is no $1 here, so nothing was tested; $2" >&2
        exit 1
    }
}
needs_module() { # PYTHON MODULE
    "$1" -c "import $2" 2>/dev/null || {
        echo "error: $1 has no package $2, so nothing was tested; install it: $1 -m pip install $2" >&2
        exit 1
    }
}
needs "$PLAATSWIJZER" "build it first: make build"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$root/instances/dorp.json" "$root/instances/groningen.json" .
cat >small.json <<'EOT'
{ "format": "plaatswijzer/batch/1", "base": "dorp.json",
  "scenarios": [
    { "id": "today" },
    { "id": "places-{more}", "over": { "more": [1, 2] },
      "changes": [{ "add_places": { "boards": ["buitenbestuur"], "number": "{more}" } }] } ],
  "draws": { "count": 3, "seed": 7, "changes": [{ "drop_out": { "percent": 20 } }] } }
EOT
"$PLAATSWIJZER" batch small.json -o whole --jobs 1 >whole.log 2>&1 || {
    cat whole.log >&2
    exit 1
}

passed=0
failed=0
check() { # WHAT COMMAND...
    local what=$1
    shift
    if "$@" >check.log 2>&1; then
        passed=$((passed + 1))
        echo "ok    $what"
    else
        failed=$((failed + 1))
        echo "WRONG $what"
        tail -n 15 check.log | cut -c 1-300 | sed 's/^/      /'
    fi
}
is() { [ "$1" = "$2" ] || { echo "expected: $2" && echo "found:    $1" && false; }; }
# Whether a folder has the bytes that one process makes.
is_whole() { diff -r whole "$1"; } # FOLDER
code_of() { # COMMAND...
    local code=0
    "$@" >code.log 2>&1 || code=$?
    echo "$code"
}
# Makes bin/dying, a program of which the first process of a batch dies, and leaves a folder died/.
make_dying() {
    mkdir bin
    cat >bin/dying <<STUB
#!/bin/sh
[ "\$1" != batch ] || ! mkdir "$work/died" 2>/dev/null || exit 1
exec "$PLAATSWIJZER" "\$@"
STUB
    chmod +x bin/dying
}
summarise() {
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
