# Virtual environments of Python, for scripts that source this file.
# shellcheck shell=sh

. scripts/packages.sh

# Makes a fresh environment in a folder and puts it in front on the PATH.
environment() { # FOLDER
    python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
        echo "error: this needs Python 3.11 or later; python3 is $(python3 --version)" >&2
        exit 1
    }
    rm -rf "$1"
    if ! python3 -m venv "$1" >/dev/null 2>&1; then
        # Debian keeps a part of Python apart.
        packages "virtual environments of Python" python3-venv
        python3 -m venv "$1"
    fi
    PATH="$PWD/$1/bin:$PATH"
}

install() { python -m pip install --quiet --disable-pip-version-check "$@"; }
