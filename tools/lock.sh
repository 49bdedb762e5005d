#!/bin/sh
# Renews requirements/*.lock from the .in files: exact versions with hashes, for every platform, and no
# address of a package index. Keeps what is locked already where it still fits; options of
# "uv pip compile" may follow, such as --upgrade or --upgrade-package NAME.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root/requirements"
uv=uv
[ ! -x "$root/.tools/uv/bin/uv" ] || uv="$root/.tools/uv/bin/uv"
"$uv" --version >/dev/null 2>&1 || {
    echo "lock: no uv; install it, or run 'make setup' without one on PATH so that it makes its own" >&2
    exit 1
}

# compile NAME PYTHON_VERSION [OPTION...]
compile() {
    name=$1; version=$2; shift 2
    echo "lock: $name.lock"
    "$uv" pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
        --custom-compile-command "make lock" --python-version "$version" "$name.in" --output-file "$name.lock" "$@"
}

compile tools 3.8 "$@"
compile app 3.12 --python "$root/.venv/bin/python" "$@"
compile dev 3.12 --python "$root/.venv/bin/python" --override dev-overrides.in "$@"
compile engine 3.10 --python "$root/.venv-engine/bin/python" "$@"
compile engine-dev 3.10 --python "$root/.venv-engine/bin/python" "$@"
compile train 3.12 --python "$root/.venv/bin/python" "$@"
compile deploy 3.12 --python "$root/.venv/bin/python" "$@"
