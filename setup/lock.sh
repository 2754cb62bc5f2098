#!/bin/sh
# Compiles the locks from pyproject.toml:  setup/lock.sh [--upgrade]
#
# The locks carry a hash for every file of every package and no index address, so they serve behind any mirror.
# Without --upgrade, versions that still fit are kept.
set -eu
cd "$(dirname "$0")/.."

setup/environment.sh .cache/lock lock

compile() {
    lock=$1
    shift
    .cache/lock/bin/uv pip compile --quiet --system-certs --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate --output-file "requirements/$lock.txt" "$@"
}

# The collector is installed with the rest: `make serve` runs it beside the preview.
compile runtime "$@" --extra collector --group install pyproject.toml
# A site that is started has the same lock.
cp requirements/runtime.txt citewell/start/site_files/requirements/runtime.txt
# Constrained by the runtime set: what is tested is what is published.
compile test "$@" --extra collector --constraint requirements/runtime.txt --group install --group test pyproject.toml
compile bench "$@" --extra collector --constraint requirements/test.txt --group install --group test --group bench pyproject.toml
compile lock "$@" --group lock
