#!/bin/sh
# Sees to it that what the recipes in contrib/ are tried with is there: Python packages in .tools/contrib, without root;
# GNU parallel, ssh, rsync and R of the machine, or with `slurm` Slurm instead. With apt it installs what is missing;
# elsewhere it says what to install.
set -eu
cd "$(dirname "$0")/.."

if [ "${1:-}" != slurm ] && ! cmp -s contrib/requirements.txt .tools/contrib/installed.txt; then
    . scripts/environment.sh
    environment .tools/contrib
    install -r contrib/requirements.txt
    cp contrib/requirements.txt .tools/contrib/installed.txt
fi

PATH=$PATH:/usr/sbin:/sbin
missing=""
has() { command -v "$1" >/dev/null 2>&1; }
if [ "${1:-}" = slurm ]; then
    has slurmctld && has slurmd && has munged && has sbatch || missing="slurm-wlm munge"
else
    has parallel || missing="$missing parallel"
    has ssh || missing="$missing openssh-client"
    has rsync || missing="$missing rsync"
    has Rscript || missing="$missing r-base-core"
fi

[ -z "$missing" ] && exit 0
if has apt-get && [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2086 # one word per package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "error: the tests of contrib/ need these packages (names as in Debian):$missing" >&2
    echo "Install them, or run the other targets of the Makefile." >&2
    exit 1
fi
