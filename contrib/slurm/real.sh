#!/bin/bash
# Tries batch.sbatch on a real Slurm: starts one on this machine, with ports and files of its own, and stops it again.
# Needs munged, slurmctld and slurmd (Debian: slurm-wlm munge).
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
PATH=$PATH:/usr/sbin:/sbin
for program in munged slurmctld slurmd sbatch; do
    needs "$program" "install Slurm and munge (Debian: apt-get install slurm-wlm munge)"
done

chmod 755 "$work"
# Kills what is named in files of process ids, jobs first.
stop_slurm() {
    scancel --user="$(id -un)" 2>/dev/null || true
    for pid in slurmd.pid slurmctld.pid munge/pid; do
        [ ! -s "$pid" ] || kill "$(cat "$pid")" 2>/dev/null || true
    done
    sleep 1
    cd / && rm -rf "$work"
}
trap stop_slurm EXIT

node=$(uname -n | cut -d. -f1)
mkdir -m 755 munge state spool
(umask 077 && head -c 1024 /dev/urandom >munge.key)
munged --force --key-file="$work/munge.key" --socket="$work/munge/socket" --pid-file="$work/munge/pid" \
    --log-file="$work/munge/log" --seed-file="$work/munge/seed" 2>munged.log
cat >slurm.conf <<CONF
ClusterName=one
SlurmctldHost=$node(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthInfo=socket=$work/munge/socket
SlurmctldPort=46817
SlurmdPort=46818
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
# Four cores, however many there are, so that tasks overlap.
SlurmdParameters=config_overrides
NodeName=$node NodeAddr=127.0.0.1 CPUs=4 RealMemory=4000
PartitionName=all Nodes=ALL Default=YES State=UP
CONF
export SLURM_CONF=$work/slurm.conf
slurmctld -c
slurmd -c
for _ in $(seq 100); do
    [ "$(sinfo --noheader --format=%T 2>/dev/null)" != idle ] || break
    sleep 0.2
done
[ "$(sinfo --noheader --format=%T)" = idle ] || {
    echo "error: the node of this Slurm does not become idle" >&2
    tail slurmctld.log slurmd.log >&2
    exit 1
}
echo "$(sbatch --version) on $node"

submit() { # SBATCH-OPTION... -- ARGUMENT...
    local options=()
    while [ "$1" != -- ]; do options+=("$1") && shift; done
    shift
    sbatch --parsable --cpus-per-task=1 --output=%x-%A-%a.out "${options[@]}" "$here/batch.sbatch" "$@"
}
lines() { cat "$1"/results*.jsonl 2>/dev/null | wc -l; }
state() { scontrol show job --oneliner "$1" | sed -n 's/.* JobState=\([A-Z_]*\) .*/\1/p' | sort -u | xargs; }
# Waits until a command succeeds, for at most a minute and a half.
until_so() {
    for _ in $(seq 300); do
        ! "$@" || return 0
        sleep 0.3
    done
    echo "waited in vain for: $*"
    return 1
}
ended() { [ -z "$(squeue --noheader --jobs="$1" 2>/dev/null)" ]; }

# An array, and `merge` behind it.
array_makes_the_whole() { # FOLDER ARRAY
    local array
    array=$(submit --array="$2" -- small.json "$1") || return
    sbatch --wait --output=merge-%j.out --dependency=afterany:"$array" \
        --wrap "$PLAATSWIJZER merge small.json -o $1" && is_whole "$1"
}
check "tasks that share the runs, and merge behind them, make the bytes of the whole" array_makes_the_whole shared 1-4
check "so do those of an array with gaps, two at a time" array_makes_the_whole gaps 0,2,3,7%2
export PLAATSWIJZER_SHARE=parts
check "fixed parts make the bytes of the whole" array_makes_the_whole parts 0-2
unset PLAATSWIJZER_SHARE

# Searches that take seconds. Slurm's own signal comes at least a minute after the start, so scancel sends it.
cat >long.json <<'EOT'
{ "format": "plaatswijzer/batch/1", "base": "groningen.json", "scenarios": [{ "id": "today" }],
  "draws": { "count": 6, "seed": 7, "changes": [{ "drop_out": { "percent": 6 } }] } }
EOT
array=$(submit --array=1-2 -- long.json long -- --work-limit 1000)
some_have_ended() { [ "$(lines long)" -ge 1 ]; }
check "the journals of an array grow" until_so some_have_ended
scancel --signal=TERM --batch "$array"
is_queued_again() { [ "$(state "$array")" = PENDING ]; }
check "after SIGTERM both tasks are in the queue again" until_so is_queued_again
done_before=$(lines long)
in_the_middle() { [ "$done_before" -lt 6 ]; }
check "some runs were done, and some were not ($done_before of 6)" in_the_middle
# Slurm holds them for two minutes.
scontrol update JobId="$array" StartTime=now
check "the second start goes on to the end" until_so ended "$array"
check "each run was done once" is "$(lines long)" 6
"$PLAATSWIJZER" batch long.json -o long-whole --jobs 2 --work-limit 1000 >whole.log 2>&1
resumed() { "$PLAATSWIJZER" merge long.json -o long && diff -r long-whole long; }
check "and makes the bytes of a batch that was never stopped" resumed

# A program of which no run ends.
cat >stuck <<STUB
#!/bin/bash
trap 'exit 130' TERM
echo started >>"$work/starts"
while :; do sleep 0.1; done
STUB
chmod +x stuck
array=$(PLAATSWIJZER=$work/stuck submit --array=1-1 -- long.json stuck-results)
has_started() { [ "$(cat starts 2>/dev/null | wc -l)" -eq "$1" ]; }
check "a task starts" until_so has_started 1
scancel --signal=TERM --batch "$array"
check "and is queued again after SIGTERM" until_so is_queued_again
scontrol update JobId="$array" StartTime=now
check "it starts once more" until_so has_started 2
scancel --signal=TERM --batch "$array"
check "but not for ever, as no run has ended since" until_so ended "$array"

array=$(submit --array=1-2 -- long.json cancelled -- --work-limit 1000)
is_running() { [ "$(state "$array")" = RUNNING ]; }
check "another array runs" until_so is_running
scancel "$array"
check "scancel ends it" until_so ended "$array"
check "and it is not queued again" is "$(state "$array")" CANCELLED

summarise
