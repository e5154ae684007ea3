#!/bin/bash
# Tests the Snakefile with Snakemake: $SNAKEMAKE, or `snakemake` on the PATH.
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
snakemake=${SNAKEMAKE:-snakemake}
needs "$snakemake" "install Snakemake: python3 -m pip install snakemake"

make_it() { # BATCH FOLDER SETTING...
    local batch=$1 folder=$2
    shift 2
    "$snakemake" --snakefile "$here/Snakefile" --cores 2 --config "batch=$batch" "results=$folder" parts=3 threads=1 \
        "program=${program:-$PLAATSWIJZER}" "$@"
}
whole_in() { make_it small.json "$1" && is_whole "$1"; }
check "parts and merge make the bytes of the whole" whole_in parts
again() { make_it small.json parts 2>&1 | grep "Nothing to be done"; }
check "started again, nothing is to be done" again

make_dying
one_dies() { program=$work/bin/dying make_it small.json dying && [ -d died ] && is_whole dying; }
check "a part that died is tried again" one_dies

# An edit of one scenario: what did not change is kept.
sed 's/"more": \[1, 2\]/"more": [1, 3]/' small.json >edited.json
"$PLAATSWIJZER" batch edited.json -o edited --jobs 1 >edited.log 2>&1
an_edit() {
    cp small.json changing.json
    make_it changing.json changing || return
    find changing/plans -type f -exec touch -d 2000-01-01 {} +
    cp edited.json changing.json
    make_it changing.json changing || return
    is "$(find changing/plans -type f -newermt 2001-01-01 | wc -l)" 3 && cmp changing/summary.csv edited/summary.csv
}
check "after an edit of one scenario its runs alone are planned" an_edit

sed 's/"boards": \["buitenbestuur"\]/"boards": ["nobody"]/' small.json >refused.json
a_refusal() { make_it refused.json refused "options=--lang nl" && is "$(grep -c ',plan,' refused/summary.csv)" 3; }
check "scenarios that are refused do not stop the others" a_refusal
check "options reach the program" grep -i resultaten refused.parts/merge.log refused.parts/1-of-3.log
failing() { ! make_it small.json failing program=not-there; }
check "a missing program is an error" failing

summarise
