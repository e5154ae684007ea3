#!/bin/sh
# Sees to it that what the tests of reports need is there: Chromium, LibreOffice, Node and Python. On a
# machine with apt it installs what is missing; elsewhere it says what to install.
set -eu

cd "$(dirname "$0")/.."
. scripts/packages.sh

missing=""
has chromium || [ -n "${CHROMIUM:-}" ] || missing="$missing chromium fonts-dejavu-core"
has soffice || missing="$missing libreoffice-calc"
has node || missing="$missing nodejs npm"
has python3 || missing="$missing python3"

# shellcheck disable=SC2086 # one word per package
packages "the tests of reports" $missing
