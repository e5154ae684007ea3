#!/bin/sh
# Sees to it that what the tests of reports need is there: Chromium, LibreOffice, Node and Python. On a
# machine with apt it installs what is missing; elsewhere it says what to install.
set -eu

missing=""
has() { command -v "$1" >/dev/null 2>&1; }
has chromium || [ -n "${CHROMIUM:-}" ] || missing="$missing chromium fonts-dejavu-core"
has soffice || missing="$missing libreoffice-calc"
has node || missing="$missing nodejs npm"
has python3 || missing="$missing python3"

[ -z "$missing" ] && exit 0
if has apt-get && [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq
    # shellcheck disable=SC2086 # one word per package
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "error: the tests of reports need these packages (names as in Debian):$missing" >&2
    echo "Install them, or run the other targets of the Makefile." >&2
    exit 1
fi
