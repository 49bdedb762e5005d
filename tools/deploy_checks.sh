#!/bin/sh
# Installs what looks over deploy/ into .tools/deploy, by the hashes of requirements/deploy.lock; does nothing when it is
# there. tests/deploy/ needs it; .ci/run calls this.
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$root"
lock=requirements/deploy.lock
target=.tools/deploy
cmp -s "$lock" "$target/installed.lock" && exit 0
rm -rf "$target"
.venv/bin/python -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement "$lock"
cp "$lock" "$target/installed.lock"
