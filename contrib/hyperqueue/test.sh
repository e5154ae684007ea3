#!/bin/bash
# Tests batch.py with a server and workers of HyperQueue on this machine. Python is $PYTHON, or python3; it needs the
# package hyperqueue.
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
python=${PYTHON:-python3}
needs_module "$python" hyperqueue
script=$here/batch.py

# A server with two workers, in a process of its own, as `hq server start` and `hq worker start` make them.
cat >server.py <<'EOT'
import pathlib
import signal

from hyperqueue import LocalCluster
from hyperqueue.cluster import WorkerConfig

with LocalCluster(str(pathlib.Path("server").resolve())) as cluster:
    for _ in range(2):
        cluster.start_worker(WorkerConfig(cores=2))
    pathlib.Path("ready").touch()
    signal.sigwait([signal.SIGTERM])
EOT
"$python" server.py >server.log 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server"; rm -rf "$work"' EXIT
for _ in $(seq 100); do
    [ ! -e ready ] || break
    sleep 0.1
done
check "there is a server with workers" [ -e ready ]

on_server() { "$python" "$script" small.json shared --server server --tasks 5 --cores 1 && is_whole shared; }
check "tasks that share the runs make the bytes of the whole" on_server
on_own() { "$python" "$script" small.json own --server local --tasks 2 --cores 1 && is_whole own; }
check "so does a server that the script starts itself" on_own
again() {
    find shared/plans -type f -exec touch -d 2000-01-01 {} +
    on_server && is "$(find shared/plans -type f -newermt 2001-01-01)" ""
}
check "started again, they plan nothing" again

make_dying
one_dies() {
    PLAATSWIJZER=$work/bin/dying "$python" "$script" small.json dying --server server --tasks 3 --cores 1 2>dying.log &&
        is_whole dying
}
check "if a task dies, the others do its runs" one_dies
check "and it is named" grep "see .*dying-logs" dying.log

sed 's/"boards": \["buitenbestuur"\]/"boards": ["nobody"]/' small.json >refused.json
check "exit 3, where scenarios are refused" \
    is "$(code_of "$python" "$script" refused.json refused --server server --cores 1 -- --lang nl)" 3
check "options stand behind --" grep -i resultaten refused-logs/1.log
none() { is "$(code_of env PLAATSWIJZER=not-there "$python" "$script" small.json d --server server)" 1; }
check "a missing program is refused" none
no_server() { is "$(code_of "$python" "$script" small.json d --server nowhere)" 1 && is "$(wc -l <code.log)" 1; }
check "a server that is not there is named in a line" no_server

summarise
