#!/bin/bash
# Tests batch.sbatch without Slurm: its environment is set by hand, and `scontrol` is a stub that
# writes down what it is asked.
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
script=$here/batch.sbatch
unset "${!SLURM_@}" PLAATSWIJZER_OPTIONS PLAATSWIJZER_SHARE

# Slurm's part.
mkdir bin
cat >bin/scontrol <<'STUB'
#!/bin/sh
echo "$*" >>"$SCONTROL_CALLS"
[ "$1" != show ] || echo "JobId=77 JobName=plaatswijzer JobState=$JOB_STATE Reason=None Requeue=1"
STUB
# Tells what it was asked, and ends with the code that is wished.
cat >bin/echoing <<'STUB'
#!/bin/sh
echo "$*" >"$ECHOED"
exit "$CODE"
STUB
chmod +x bin/*
export PATH="$work/bin:$PATH" SCONTROL_CALLS="$work/calls" JOB_STATE=RUNNING ECHOED="$work/echoed" CODE=0
: >calls

# Runs task ID of an array MIN-MAX:STEP.
task() { # ID MIN MAX STEP ARGUMENT...
    local id=$1 min=$2 max=$3 step=$4
    shift 4
    env SLURM_JOB_ID=$((77 + id)) SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_ID="$id" \
        SLURM_ARRAY_TASK_MIN="$min" SLURM_ARRAY_TASK_MAX="$max" SLURM_ARRAY_TASK_STEP="$step" \
        SLURM_ARRAY_TASK_COUNT=$(((max - min) / step + 1)) SLURM_CPUS_PER_TASK=1 \
        bash "$script" "$@"
}

# All tasks and `merge` make the same bytes as a batch that one process does.
merged() { # FOLDER
    "$PLAATSWIJZER" merge small.json -o "$1" && is_whole "$1"
}
tasks_make_the_whole() { # FOLDER ID...
    local folder=$1 id tasks=()
    shift
    for id in "$@"; do
        task "$id" "$1" "${@: -1}" 1 small.json "$folder" &
        tasks+=($!)
    done
    for id in "${tasks[@]}"; do wait "$id" || return; done
    merged "$folder"
}
check "tasks that share the runs make the bytes of the whole" tasks_make_the_whole shared 1 2 3 4
check "so do those of an array with gaps" tasks_make_the_whole gaps 1 3 4 9
parts_make_the_whole() { # FOLDER MIN MAX STEP
    local folder=$1 id
    for id in $(seq "$2" "$4" "$3"); do
        PLAATSWIJZER_SHARE=parts task "$id" "$2" "$3" "$4" small.json "$folder" || return
    done
    merged "$folder"
}
check "fixed parts from 1 make the bytes of the whole" parts_make_the_whole from-1 1 4 1
check "fixed parts from 0 make the bytes of the whole" parts_make_the_whole from-0 0 1 1
check "fixed parts in steps make the bytes of the whole" parts_make_the_whole stepped 3 9 3
half_and_half() {
    PLAATSWIJZER_SHARE=parts task 2 1 2 1 small.json half || return
    find half/plans -type f -exec touch -d 2000-01-01 {} +
    tasks_make_the_whole half 1 2 && is "$(find half/plans -type f ! -newermt 2001-01-01 | wc -l)" 4
}
check "tasks that share go on where fixed parts were, and repeat nothing" half_and_half
alone() {
    SLURM_JOB_ID=77 SLURM_CPUS_PER_TASK=1 bash "$script" small.json alone && is_whole alone
}
check "a job that is no array makes the whole itself" alone
check "what ends is not queued again" is "$(cat calls)" ""

# What the program is asked.
asked() { # EXPECTED COMMAND...
    local expected=$1
    shift
    rm -f echoed
    PLAATSWIJZER=echoing "$@" && is "$(cat echoed)" "$expected"
}
check "tasks share the runs, with Slurm's cores" asked "batch b -o d --jobs 1 --shard auto" task 2 0 7 1 b d
check "a fixed part has its number" asked "batch b -o d --jobs 1 --shard 3/8" \
    env PLAATSWIJZER_SHARE=parts bash -c "$(declare -f task); script='$script'
    task 2 0 7 1 b d"
check "options stand behind --" asked "batch b -o d --jobs 1 --shard auto --gap 0.01 --lang nl" \
    task 1 1 2 1 b d -- --gap 0.01 --lang nl
check "options come from the environment" asked "batch b -o d --jobs 1 --shard auto --gap 0.01 --retry" \
    env PLAATSWIJZER_OPTIONS="--gap 0.01" bash -c "$(declare -f task); script='$script'
    task 1 1 2 1 b d -- --retry"
check "without cores per task, those of the node" asked "batch b -o d --jobs 5" \
    env SLURM_JOB_ID=77 SLURM_CPUS_ON_NODE=5 bash "$script" b d
check "without either, those that are there" asked "batch b -o d --jobs $(nproc)" \
    env SLURM_JOB_ID=77 bash "$script" b d

# What cannot be carried out.
check "fixed parts of an array with gaps are refused" is "$(code_of env SLURM_JOB_ID=77 SLURM_ARRAY_JOB_ID=77 \
    SLURM_ARRAY_TASK_ID=3 SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=7 SLURM_ARRAY_TASK_COUNT=3 \
    SLURM_ARRAY_TASK_STEP=1 PLAATSWIJZER_SHARE=parts PLAATSWIJZER=echoing bash "$script" b d)" 2
check "another way to share is refused" is "$(code_of env PLAATSWIJZER_SHARE=fair PLAATSWIJZER=echoing bash "$script" b d)" 2
check "a missing folder is refused" is "$(code_of env PLAATSWIJZER=echoing bash "$script" b)" 2
check "an option before -- is refused" is "$(code_of env PLAATSWIJZER=echoing bash "$script" b d --retry)" 2
check "a missing program is refused" is "$(code_of env PLAATSWIJZER=not-there bash "$script" b d)" 2

# Exit codes.
sed 's/"boards": \["buitenbestuur"\]/"boards": ["nobody"]/' small.json >refused.json
check "exit 3, where scenarios are refused, is passed through" \
    is "$(code_of task 1 1 1 1 refused.json refused)" 3
check "but the other scenarios are done" is "$(grep -c '"outcome":"plan"' refused/results-task-1.jsonl)" 3
for code in 1 2 6 137; do
    check "exit $code is passed through" \
        is "$(PLAATSWIJZER=echoing CODE=$code code_of task 1 1 2 1 b d)" "$code"
done
check "none of these is queued again" is "$(cat calls)" ""

# After exit 130.
stopped() { # STATE RESTARTS EXPECTED-CALLS
    : >calls
    local code
    code=$(PLAATSWIJZER=echoing CODE=130 JOB_STATE=$1 SLURM_RESTART_COUNT=$2 code_of task 1 1 2 1 b d)
    is "$code" 130 && is "$(grep -v '^show' calls)" "$3"
}
check "a task that was stopped is queued again, and not the whole array" stopped RUNNING 0 "requeue 77_1"
check "a task that was cancelled is not" stopped COMPLETING 0 ""
check "a task that does not get on is not queued for ever" stopped RUNNING 1 ""

# SIGTERM in the middle, with searches that take seconds. The same work limit gives the same plan.
cat >long.json <<'EOT'
{ "format": "plaatswijzer/batch/1", "base": "groningen.json", "scenarios": [{ "id": "today" }],
  "draws": { "count": 4, "seed": 7, "changes": [{ "drop_out": { "percent": 6 } }] } }
EOT
cat >bin/noting <<STUB
#!/bin/sh
echo \$\$ >"$work/pid"
exec "$PLAATSWIJZER" "\$@"
STUB
chmod +x bin/noting
journal=long/results-task-1.jsonl
lines() { if [ -f "$1" ]; then wc -l <"$1"; else echo 0; fi; }
: >calls
PLAATSWIJZER=noting SLURM_JOB_ID=77 SLURM_ARRAY_JOB_ID=77 SLURM_ARRAY_TASK_ID=1 SLURM_ARRAY_TASK_MIN=1 \
    SLURM_ARRAY_TASK_MAX=1 SLURM_ARRAY_TASK_COUNT=1 SLURM_CPUS_PER_TASK=1 \
    bash "$script" long.json long -- --work-limit 1000 >long.log 2>&1 &
running=$!
for _ in $(seq 600); do
    [ "$(lines "$journal")" -eq 0 ] || break
    sleep 0.2
done
sleep 0.5
kill -TERM "$running"
code=0
wait "$running" || code=$?
first=$(lines "$journal")
cp "$journal" first.jsonl
gone() { ! kill -0 "$(cat pid)"; }
check "SIGTERM ends the script with 130" is "$code" 130
check "the program has ended before it" gone
check "the task is queued again, once" is "$(grep -v '^show' calls)" "requeue 77_1"
in_the_middle() { [ "$first" -ge 1 ] && [ "$first" -lt 4 ]; }
check "some runs were done, and some were not ($first of 4)" in_the_middle

sleep 1
touch started
code=$(SLURM_RESTART_COUNT=1 code_of task 1 1 1 1 long.json long -- --work-limit 1000)
check "the second start goes on to the end" is "$code" 0
is_kept() { is "$(head -n "$first" "$journal")" "$(cat first.jsonl)"; }
check "the journal keeps what the first start has done" is_kept
check "each run stands in it once" is "$(cut -d'"' -f4 "$journal" | sort | uniq | wc -l)" "$(lines "$journal")"
check "only the runs that were missing are planned" \
    is "$(find long/plans -type f -newer started | wc -l)" $((4 - first))
"$PLAATSWIJZER" batch long.json -o long-whole --jobs 1 --work-limit 1000 2>/dev/null >&2
resumed() { "$PLAATSWIJZER" merge long.json -o long && diff -r long-whole long; }
check "and makes the bytes of a batch that was never stopped" resumed

summarise
