#!/bin/sh
# Installs Heltid into an empty folder as a Python environment of its own: what the Dockerfile runs, and a test.
# From the lock files alone, each package by its hash; the project as the wheel it is built into.
#
#   api/install.sh FOLDER        (PYTHON=python3.12 to choose which)
set -eu
target=${1:?"hvor? / where? api/install.sh FOLDER"}
source=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m venv "$target"
"$python" -m venv "$work/build"
pip="-m pip --disable-pip-version-check --no-cache-dir --quiet install"
# shellcheck disable=SC2086  # several words
"$work/build/bin/python" $pip --require-hashes --no-deps -r "$source/requirements-setup.lock"
uv="$work/build/bin/uv pip install --quiet --no-cache --python $target/bin/python --compile-bytecode --no-deps"
# shellcheck disable=SC2086  # uv, or pip where uv will not run
$uv --require-hashes -r "$source/requirements.lock" ||
    "$target/bin/python" $pip --require-hashes --no-deps -r "$source/requirements.lock"
(cd "$source" && "$work/build/bin/hatchling" build -t wheel -d "$work/dist")
# shellcheck disable=SC2086
$uv "$work"/dist/*.whl || "$target/bin/python" $pip --no-deps --no-index "$work"/dist/*.whl
"$target/bin/heltid" --help > /dev/null
echo "Heltid: $target/bin/heltid"
