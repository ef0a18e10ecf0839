#!/usr/bin/env bash
# Makes .venv in the checkout and installs the program with its development tools in it; then looks whether Qt finds
# its system libraries and a Chinese font, and installs what is missing with apt where that is allowed.
# Safe to run again. `--tools` also installs the programs that only some tests need (pdftotext).
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

python=${PYTHON:-python3}
bare="sudo apt-get install -y git make python3 python3-venv"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Installs packages when apt is there and we may use it; otherwise returns 1 and leaves the telling to the caller.
apt_install() {
    command -v apt-get >/dev/null || return 1
    local root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null || return 1
        root=(sudo -n)
    fi
    say "installing with apt: $*"
    export DEBIAN_FRONTEND=noninteractive
    "${root[@]}" apt-get update -qq >/dev/null 2>&1
    "${root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

command -v "$python" >/dev/null || apt_install python3 python3-venv ||
    fail "$python is not installed. Install what the program stands on: $bare"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "$("$python" --version) is too old; Python 3.11 or newer is needed. Name another one: make PYTHON=python3.12 …"
"$python" -c 'import ensurepip, venv' 2>/dev/null || apt_install python3-venv ||
    fail "the venv module of Python is missing. Install it: sudo apt-get install -y python3-venv"

# A folder that was copied, moved, or left behind by another Python would run another checkout's code.
if [ "$(cat .venv/.checkout 2>/dev/null)" != "$PWD" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    say "making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv || fail "could not make .venv in $PWD (is the disk full, or the folder read-only?)"
    printf '%s' "$PWD" >.venv/.checkout
fi

say "installing Python packages (some 100 MB the first time) …"
log=.venv/install.log
install=(.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input)
# Debian 12's pip (23.0) fails with an internal error on the doubled extra in `lxml[html-clean]`.
if ! { "${install[@]}" 'pip>=24.1' && "${install[@]}" -e '.[dev]'; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "pip could not install the Python packages (whole output: $log). Is there a network, and a package index?"
fi

missing=$(.venv/bin/python packaging/system.py "$@") || fail "could not look for system libraries"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # one word a package
    apt_install $missing || say "the window may not open or may show no Chinese until you run:
    sudo apt-get install -y $(echo $missing)"
    missing=$(.venv/bin/python packaging/system.py)
    [ -z "$missing" ] || say "still missing: $(echo $missing)"
fi

touch .venv/.ready
say "ready."
