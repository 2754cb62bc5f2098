#!/bin/sh
# Makes a virtual environment match a lock:  setup/environment.sh FOLDER runtime|test|bench|lock
#
# The environment keeps a record of what it was made of: interpreter, place, locks. The record is written last,
# so an environment that was interrupted, moved, outdated or broken does not match it and is made anew.
# Where the record matches, nothing is run and nothing is fetched.
set -eu
cd "$(dirname "$0")/.."

folder=$1
packages=$2
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore PIP_USER=0

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" || fail "PYTHON=$PYTHON is not Python 3.11 or newer."
        printf '%s' "$PYTHON"
        return
    fi
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
    fail "Python 3.11 or newer was not found (tried python3, python3.14, 3.13, 3.12 and 3.11)." \
        "On Debian or Ubuntu, as root: apt-get install python3 python3-venv" \
        "Or say where it is: make site PYTHON=/path/to/python3"
}

# The test set contains the runtime set, and the bench set contains both.
locks_of() {
    case $1 in
    test) echo requirements/runtime.txt requirements/test.txt ;;
    bench) echo requirements/runtime.txt requirements/test.txt requirements/bench.txt ;;
    *) echo "requirements/$1.txt" ;;
    esac
}

sets_with() {
    case $1 in
    runtime) echo runtime test bench ;;
    test) echo test bench ;;
    *) echo "$1" ;;
    esac
}

version_of() {
    "$1" -c 'import sys; print(sys.version)' 2>/dev/null
}

record_of() {
    version_of "$folder/bin/python"
    pwd
    # shellcheck disable=SC2046 # a list of file names
    cat $(locks_of "$1")
}

has() {
    [ -f "$folder/installed-$1" ] && record_of "$1" | cmp -s - "$folder/installed-$1"
}

holds() {
    for set in $(sets_with "$1"); do
        if has "$set"; then return 0; fi
    done
    return 1
}

remember() {
    record_of "$1" >"$folder/unfinished"
    mv "$folder/unfinished" "$folder/installed-$1"
}

# pip of the environment, or the system's pip working on it where the environment has none (Debian without
# python3-venv).
pip() {
    if [ -x "$folder/bin/pip" ]; then
        "$folder/bin/python" -m pip "$@"
    else
        "$(find_python)" -m pip --python "$folder/bin/python" "$@"
    fi
}

create() {
    python=$(find_python)
    rm -rf "$folder"
    if "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        "$python" -m venv "$folder"
    elif "$python" -c 'import venv, pip' 2>/dev/null; then
        "$python" -m venv --without-pip "$folder"
    else
        fail "$python has neither venv (with ensurepip) nor pip, so nothing can be installed." \
            "On Debian or Ubuntu, as root: apt-get install python3-venv" \
            "(python3-pip would do as well.) Then run the same command again."
    fi
}

if [ -n "${PYTHON:-}" ]; then
    find_python >/dev/null
    # Another interpreter is asked for than the environment was made with.
    [ "$(version_of "$PYTHON")" = "$(version_of "$folder/bin/python")" ] || rm -f "$folder"/installed-*
fi

if ! holds "$packages"; then
    holds runtime || create # a larger set is added to a sound smaller one
    echo "Installing requirements/$packages.txt into $folder"
    # Wheels alone: building a source archive would fetch build tools that no lock names.
    pip install --quiet --require-hashes --only-binary :all: --requirement "requirements/$packages.txt"
    remember "$packages"
fi

if [ "$packages" != lock ] && ! cmp -s pyproject.toml "$folder/installed-project"; then
    pip install --quiet --no-deps --no-build-isolation --no-index --editable .
    cp pyproject.toml "$folder/installed-project"
fi
