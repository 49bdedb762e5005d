#!/bin/sh
# Makes the two environments: .venv (the app, Python >= 3.12) and .venv-engine (Rasa, Python 3.10).
#
# Needs no root and writes only in the project folder (uv keeps its own cache). Does nothing when
# everything is up to date; can be run again after an interruption. Called by "make setup".
#
#   WONINGSCAN_PYTHON          the Python (>= 3.12) to use for .venv
#   WONINGSCAN_RASA_PYTHON     the Python (3.10) to use for .venv-engine
#   WONINGSCAN_INSTALLER=pip   install with pip instead of uv (slower)
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
. tools/find_python.sh
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV
# A Python that uv has to fetch goes into the project folder, and not onto the user's PATH.
export UV_PYTHON_INSTALL_DIR="$root/.tools/python" UV_PYTHON_INSTALL_BIN=0 PIP_CACHE_DIR="$root/.tools/pip-cache"

say() { printf 'setup: %s\n' "$*" >&2; }
fail() { for line in "$@"; do say "$line"; done; exit 1; }
checksum() { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }

# The console script that pyproject.toml declares, as module:function.
entry=$(sed -n 's/^woningscan = "\(.*\)"$/\1/p' pyproject.toml)
# Raise this when the script makes the environments in another way: that makes them anew everywhere.
layout=1

# stamp FILES...: what an up-to-date environment must have been made from.
stamp() { { printf '%s\n' "$root" "$layout" "$entry"; cat -- "$@"; } | checksum; }

# up_to_date VENV STAMP OVERRIDE: whether VENV was finished from STAMP, still runs, and uses OVERRIDE if given.
up_to_date() {
    [ -f "$1/.setup-stamp" ] && [ "$(cat "$1/.setup-stamp")" = "$2" ] || return 1
    [ -z "$3" ] || [ "$(cat "$1/.setup-override" 2>/dev/null)" = "$3" ] || return 1
    "$1/bin/python" -c '' 2>/dev/null
}

# take_lock: one set-up at a time; a lock whose owner is gone is taken over.
take_lock() {
    mkdir -p .tools
    announced=
    until mkdir .tools/lock 2>/dev/null; do
        owner=$(cat .tools/lock/pid 2>/dev/null || echo)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then rm -rf .tools/lock; continue; fi
        [ -n "$announced" ] || say "another set-up is running (process ${owner:-unknown}); waiting for it." \
            "If there is none, remove $root/.tools/lock."
        announced=yes
        sleep 1
    done
    echo $$ >.tools/lock/pid
    trap 'rm -rf "$root/.tools/lock"' EXIT
    trap 'exit 130' INT TERM HUP
}

# get_uv: sets $uv to a uv that runs: the one on PATH, or one of our own in .tools/uv; empty when not to be had.
get_uv() {
    uv=
    [ "${WONINGSCAN_INSTALLER:-uv}" = uv ] || return 0
    for candidate in uv "$root/.tools/uv/bin/uv"; do
        if "$candidate" pip sync --help >/dev/null 2>&1; then uv=$candidate; return 0; fi
    done
    base=$(find_python 3.8 3.99 3.12 3.13 3.11 3.10) || return 0
    say "fetching the installer uv into .tools/uv (about 10 seconds) ..."
    rm -rf .tools/uv
    if "$base" -m venv .tools/uv && .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-cache-dir --require-hashes -r requirements/tools.lock; then
        uv="$root/.tools/uv/bin/uv"
    else
        rm -rf .tools/uv
        say "could not install uv with $base; going on with pip, which is slower."
    fi
}

# choose_python WHAT OVERRIDE_NAME OVERRIDE LOWEST HIGHEST VERSION...: sets $python.
choose_python() {
    what=$1; override_name=$2; override=$3; low=$4; high=$5; shift 5
    wanted="Python $low"; [ "$low" = "$high" ] || wanted="Python $low or newer"
    if [ -n "$override" ]; then
        python=$(accept "$override" "$low" "$high") || fail "$override_name=$override does not run, is not $wanted," \
            "or misses one of the modules ssl, sqlite3, zlib, ctypes, bz2. Correct it or leave it out."
        return 0
    fi
    python=$(find_python "$low" "$high" "$@") && return 0
    if [ -n "$uv" ]; then
        python=$("$uv" python find --no-project --no-python-downloads "$1" 2>/dev/null) &&
            python=$(accept "$python" "$low" "$high") && return 0
        say "no $wanted that runs on this machine; fetching Python $1 into .tools/python (about 1 minute) ..."
        "$uv" python install --no-config "$1" >&2 && python=$(find_python "$low" "$high" "$@") && return 0
    fi
    fail "MISSING: $wanted, needed for $what. It was not found on PATH or in the folders of pyenv, asdf, mise, uv," \
        "Homebrew and the system, and could not be fetched. Do one of these and run 'make setup' again:" \
        "  pyenv install $1      |  uv python install $1     |  brew install python@$1" \
        "  or name an interpreter yourself: make setup $override_name=/path/to/python$1"
}

# install_locked VENV LOCK...: installs exactly what the locks name, hashes checked, with compiled bytecode:
# Rasa imports thousands of modules and starts several times faster for it.
install_locked() {
    venv=$1; shift
    # Packages that come without a wheel (three of Rasa's) are built with the setuptools of the same lock.
    build_lock=$1
    if [ -n "$uv" ]; then
        "$uv" venv --quiet --no-project --python "$python" "$venv" &&
            "$uv" pip sync --quiet --python "$venv/bin/python" --require-hashes --compile-bytecode \
                --build-constraints "$build_lock" "$@" >&2
    else
        "$python" -m venv "$venv" || fail "'$python -m venv' failed: its module venv or ensurepip is missing." \
            "On Debian or Ubuntu: apt install python3-venv (or the venv package of that version)."
        for lock in "$@"; do set -- "$@" -r "$lock"; shift; done
        PIP_CONSTRAINT=$build_lock "$venv/bin/python" -m pip install --quiet \
            --disable-pip-version-check --require-hashes --no-deps "$@" >&2
    fi
}

# link_project VENV: lets VENV import the project's packages from this folder. A path file does what an editable
# install does, without a build tool that would have to be fetched.
link_project() {
    site=$("$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$root" >"$site/woningscan_project.pth"
}

# write_command VENV: the console script that pyproject.toml declares (through sh: a #! line cannot hold a space).
write_command() {
    cat >"$1/bin/woningscan" <<COMMAND
#!/bin/sh
'''exec' "$root/$1/bin/python" "\$0" "\$@"
' '''
import sys

from ${entry%%:*} import ${entry##*:}

if __name__ == "__main__":
    sys.argv[0] = "woningscan"
    sys.exit(${entry##*:}())
COMMAND
    chmod +x "$1/bin/woningscan"
}

# make_environment VENV STAMP OVERRIDE LOCK...: from scratch, so that nothing of an interrupted run is left.
make_environment() {
    venv=$1; new_stamp=$2; override=$3; shift 3
    rm -rf "$venv"
    install_locked "$venv" "$@" || fail "installing into $venv failed (see above). Nothing is broken: run it again." \
        "Behind a proxy or mirror? uv and pip read their usual settings for it."
    link_project "$venv"
    [ "$venv" != .venv ] || write_command "$venv"
    printf '%s' "$override" >"$venv/.setup-override"
    printf '%s' "$new_stamp" >"$venv/.setup-stamp"
}

main() {
    app_locks="requirements/app.lock requirements/dev.lock"
    engine_locks="requirements/engine.lock requirements/engine-dev.lock"
    app_python=${WONINGSCAN_PYTHON:-}; engine_python=${WONINGSCAN_RASA_PYTHON:-}
    # The lists of locks hold no spaces of their own: splitting them is meant.
    app_stamp=$(stamp $app_locks); engine_stamp=$(stamp $engine_locks)
    up_to_date .venv "$app_stamp" "$app_python" && up_to_date .venv-engine "$engine_stamp" "$engine_python" && return 0

    take_lock
    get_uv
    if ! up_to_date .venv "$app_stamp" "$app_python"; then
        choose_python "the app (.venv)" WONINGSCAN_PYTHON "$app_python" 3.12 3.99 3.12 3.13 3.14
        say "making .venv with $python (about 1 minute the first time) ..."
        make_environment .venv "$app_stamp" "$app_python" $app_locks
    fi
    if ! up_to_date .venv-engine "$engine_stamp" "$engine_python"; then
        choose_python "Rasa (.venv-engine)" WONINGSCAN_RASA_PYTHON "$engine_python" 3.10 3.10 3.10
        say "making .venv-engine with $python (2.7 GB; 2 to 10 minutes the first time) ..."
        make_environment .venv-engine "$engine_stamp" "$engine_python" $engine_locks
    fi
    say "ready."
}

main "$@"
