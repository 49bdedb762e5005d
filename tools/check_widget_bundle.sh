#!/bin/sh
# Checks the widget's types, builds it anew and compares the result with the committed bundle, byte by byte.
# Needs Node 20 or newer with npm. Changes nothing in the repository, apart from widget/node_modules.
set -eu

cd "$(dirname -- "$0")/../widget"
command -v npm >/dev/null || { echo "check_widget_bundle: npm is missing" >&2; exit 1; }

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ package-lock.json -nt "$installed" ]; then npm ci --silent; fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
npm run --silent check
node build.mjs "$fresh/woningscan-chat.js"
if ! cmp "$fresh/woningscan-chat.js" dist/woningscan-chat.js; then
    echo "check_widget_bundle: dist/ is not what the sources and content/routes.yml give; run 'npm run build' in widget/" >&2
    exit 1
fi
echo "check_widget_bundle: the committed bundle is what the sources give"
