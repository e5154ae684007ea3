#!/bin/bash
# Tests batch.sh with GNU parallel and ssh, and a server of its own on this machine, which has two names. Python for the
# server is $PYTHON, or python3; it needs the package asyncssh.
# shellcheck source=contrib/checks.sh
. "$(dirname "$0")/../checks.sh"
for program in parallel ssh ssh-keygen rsync; do
    needs "$program" "install GNU parallel, OpenSSH and rsync (Debian: apt-get install parallel openssh-client rsync)"
done
python=${PYTHON:-python3}
needs_module "$python" asyncssh

# A server for whoever has this key, on the loopback alone. OpenSSH's own would be started for good where it is installed.
ssh-keygen -q -t ed25519 -N "" -f host_key
ssh-keygen -q -t ed25519 -N "" -f own_key
cat >server.py <<'EOT'
import asyncio
import os

import asyncssh

# Every ssh server names the user's shell; GNU parallel needs it there, and not every machine has it for this program.
ENVIRONMENT = {**os.environ, "SHELL": "/bin/sh"}


async def run(process):
    shell = await asyncio.create_subprocess_shell(process.command, stdin=-1, stdout=-1, stderr=-1, env=ENVIRONMENT)
    await process.redirect(shell.stdin, shell.stdout, shell.stderr)
    code = await shell.wait()
    await process.stdout.drain()
    process.exit(code)


async def main():
    await asyncssh.listen("127.0.0.1", 46822, server_host_keys=["host_key"], authorized_client_keys="own_key.pub",
                          process_factory=run, encoding=None)
    await asyncio.Event().wait()


asyncio.run(main())
EOT
"$python" server.py >server.log 2>&1 &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
cat >ssh_config <<CONF
Host first second
    HostName 127.0.0.1
    Port 46822
    IdentityFile $work/own_key
    IdentitiesOnly yes
    StrictHostKeyChecking no
    UserKnownHostsFile $work/known_hosts
    LogLevel ERROR
Host away
    HostName 127.0.0.1
    Port 46823
CONF
export PARALLEL_SSH="ssh -F $work/ssh_config"
for _ in $(seq 50); do
    ! $PARALLEL_SSH first true 2>/dev/null || break
    sleep 0.1
done
check "there are machines to reach" $PARALLEL_SSH second true

script=$here/batch.sh
printf '%s\n' : first second >hosts
three_machines() { bash "$script" hosts small.json three -- --jobs 1 2>three.log && is_whole three; }
check "three machines that share the runs make the bytes of the whole" three_machines
all_three() { is "$(cut -f1 three.log | sort -u | grep -c -x -E ':|first|second')" 3; }
check "all three took part" all_three
again() {
    find three/plans -type f -exec touch -d 2000-01-01 {} +
    bash "$script" hosts small.json three -- --jobs 1 && is_whole three &&
        is "$(find three/plans -type f -newermt 2001-01-01)" ""
}
check "started again, they plan nothing" again

printf '%s\n' first away >hosts
one_is_away() {
    mkdir -p away && bash "$script" hosts small.json away -- --jobs 1 2>away.log && is_whole away
}
check "if one machine is not there, the others do its runs" one_is_away
is_named() { grep away away.log; }
check "and it is named" is_named

printf '%s\n' first second >hosts
sed 's/"boards": \["buitenbestuur"\]/"boards": ["nobody"]/' small.json >refused.json
check "exit 3, where scenarios are refused" is "$(code_of bash "$script" hosts refused.json refused -- --jobs 1)" 3
check "a folder with spaces" is "$(code_of bash "$script" hosts small.json "two words" -- --jobs 1)" 0
check "that has the bytes of the whole" is_whole "two words"
check "missing arguments are refused" is "$(code_of bash "$script" hosts small.json)" 2
check "an option before -- is refused" is "$(code_of bash "$script" hosts small.json d --retry)" 2

# The second recipe of docs/schedulers.md: machines without a folder in common, fixed parts, and results brought back.
brought_back() {
    mkdir there
    seq 3 | parallel --will-cite --sshloginfile hosts --jobs 1 --workdir "$work/there" \
        --basefile small.json --basefile dorp.json --return "part-{}" --cleanup "$PLAATSWIJZER" batch small.json -o "part-{}" --shard "{}/3" &&
        "$PLAATSWIJZER" merge small.json -o brought part-1 part-2 part-3 && is_whole brought
}
check "parts that were brought back make the bytes of the whole" brought_back

summarise
