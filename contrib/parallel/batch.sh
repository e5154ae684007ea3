#!/bin/bash
# Runs a batch on several machines with GNU parallel: each takes runs as it becomes free. Then it joins the results.
#
#   batch.sh HOSTS FILE DIR [-- OPTIONS OF `plaatswijzer batch`]
#
# HOSTS has a machine per line, as for `parallel --sshloginfile`; `:` is this one. All reach this folder under the same
# path, and each other through ssh without a password. One machine alone needs none of this: `plaatswijzer batch` uses
# all its cores.
#
# PLAATSWIJZER  the program, under the same path on all machines; default: `plaatswijzer` on their PATH
#
# Stopped, or when a machine has failed, start the same command again: what is done is not done again.
set -u

stop() {
    echo "batch.sh: $1" >&2
    exit 2
}

[ $# -ge 3 ] || stop "usage: batch.sh HOSTS FILE DIR [-- OPTIONS]"
hosts=$1
file=$2
folder=$3
shift 3
if [ $# -gt 0 ]; then
    [ "$1" = -- ] || stop "found '$1' after DIR; options of 'plaatswijzer batch' stand behind --"
    shift
fi
program=${PLAATSWIJZER:-plaatswijzer}
command -v parallel >/dev/null || stop "there is no GNU parallel here (Debian: apt-get install parallel)"

# A machine whose runs are all done exits with 3 if it has refused a scenario: so it is `merge` that judges, which also
# names runs that are missing because a machine has failed.
parallel --will-cite --quote --nonall --jobs 0 --sshloginfile "$hosts" --workdir "$PWD" --tag --line-buffer \
    "$program" batch "$file" -o "$folder" --shard auto "$@"
exec "$program" merge "$file" -o "$folder"
