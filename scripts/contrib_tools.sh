#!/bin/sh
# Sees to it that what the recipes in contrib/ are tried with is there: Python packages in .tools/contrib, without root;
# GNU parallel, ssh, rsync and R of the machine, or with `slurm` Slurm instead. With apt it installs what is missing;
# elsewhere it says what to install.
set -eu
cd "$(dirname "$0")/.."
. scripts/packages.sh

if [ "${1:-}" != slurm ] && ! cmp -s contrib/requirements.txt .tools/contrib/installed.txt; then
    . scripts/environment.sh
    environment .tools/contrib
    install -r contrib/requirements.txt
    cp contrib/requirements.txt .tools/contrib/installed.txt
fi

PATH=$PATH:/usr/sbin:/sbin
missing=""
if [ "${1:-}" = slurm ]; then
    has slurmctld && has slurmd && has munged && has sbatch || missing="slurm-wlm munge"
else
    has parallel || missing="$missing parallel"
    has ssh || missing="$missing openssh-client"
    has rsync || missing="$missing rsync"
    has Rscript || missing="$missing r-base-core"
fi

# shellcheck disable=SC2086 # one word per package
packages "the tests of contrib/" $missing
