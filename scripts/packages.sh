# Packages of the system, for scripts that source this file from the top folder.
# shellcheck shell=sh

has() { command -v "$1" >/dev/null 2>&1; }

# Installs packages, named as in Debian, on a machine with apt; elsewhere says what to install.
packages() { # WHAT NEEDS THEM, PACKAGE...
    what=$1
    shift
    [ $# -eq 0 ] && return 0
    if has apt-get && [ "$(id -u)" -eq 0 ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "error: $what need these packages (names as in Debian): $*" >&2
        echo "Install them, or run the other targets of the Makefile." >&2
        exit 1
    fi
}
