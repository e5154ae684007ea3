#!/usr/bin/env python3
"""Runs a batch on the workers of HyperQueue, which share its runs, and joins the results.

    batch.py FILE DIR [--tasks N] [--cores N] [--server DIR] [-- OPTIONS OF `plaatswijzer batch`]

Needs the Python package hyperqueue. The server is the one of `hq server start` (--server names its directory where that
is not ~/.hq-server); with `--server local` this script starts a server and one worker of its own, on this machine. All
workers reach this folder under the same path. Stopped, or when a worker has failed, start the same command again: what
is done is not done again.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

from hyperqueue import Client, Job, LocalCluster
from hyperqueue.cluster import WorkerConfig
from hyperqueue.ffi.protocol import ResourceRequest


def arguments():
    """What stands on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", help="the batch")
    parser.add_argument("folder", help="the folder for the results")
    parser.add_argument("--tasks", type=int, default=8, help="how many tasks share the runs (8)")
    parser.add_argument("--cores", type=int, default=4, help="cores of a task, each with one run (4)")
    parser.add_argument("--server", help="the directory of the server, or `local`")
    own = sys.argv[1:]
    at = own.index("--") if "--" in own else len(own)
    chosen = parser.parse_args(own[:at])
    if chosen.tasks < 1 or chosen.cores < 1:
        parser.error("--tasks and --cores are at least 1")
    return chosen, own[at + 1 :]


def submit(client, program, chosen, options):
    """Runs the tasks to their ends, and names those that failed."""
    here, logs = pathlib.Path.cwd(), pathlib.Path(f"{chosen.folder}-logs").resolve()
    logs.mkdir(parents=True, exist_ok=True)
    # One task that fails leaves its runs to the others.
    job = Job(name="plaatswijzer", default_workdir=here, max_fails=None)
    shared = ["batch", chosen.file, "-o", chosen.folder, "--shard", "auto", "--jobs", str(chosen.cores)]
    for number in range(1, chosen.tasks + 1):
        job.program(
            [program, *shared, *options],
            name=f"task-{number}",
            stdout=logs / f"{number}.out",
            stderr=logs / f"{number}.log",
            resources=ResourceRequest(cpus=chosen.cores),
        )
    submitted = client.submit(job)
    if not client.wait_for_jobs([submitted], raise_on_error=False):
        for task in client.get_failed_tasks(submitted).values():
            print(f"batch.py: {task.error}; see {task.stderr}", file=sys.stderr)


def main():
    """Runs the tasks, then `merge`, which judges them: its exit code is that of this command."""
    chosen, options = arguments()
    program = shutil.which(os.environ.get("PLAATSWIJZER", "plaatswijzer"))
    if program is None:
        sys.exit("batch.py: there is no program plaatswijzer; set PLAATSWIJZER to its full path, or add it to PATH")
    if chosen.server == "local":
        with LocalCluster(worker_config=WorkerConfig()) as cluster:
            submit(cluster.client(), program, chosen, options)
    else:
        try:
            client = Client(chosen.server)
        except RuntimeError as error:
            what = str(error).splitlines()[0].rstrip(".")
            sys.exit(f"batch.py: {what}. Start a server, or use `--server local`.")
        submit(client, program, chosen, options)
    sys.exit(subprocess.run([program, "merge", chosen.file, "-o", chosen.folder]).returncode)


if __name__ == "__main__":
    main()
