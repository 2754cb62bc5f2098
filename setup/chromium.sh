#!/bin/sh
# Gets the browser tests what they lack: a Chromium (the distribution's as root, else Playwright's), and the one
# library that Playwright's Node needs and a bare Debian has not.
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

find_chromium() {
    .venv/bin/python tests/browser/chromium.py 2>/dev/null
}

playwright_starts() {
    .venv/bin/playwright --version >/dev/null 2>&1
}

missing=
playwright_starts || missing=libatomic1
# A named browser is used or refused: none is fetched in its place. A bare system has no font either.
find_chromium >/dev/null || [ -n "${CITEWELL_CHROMIUM:-}" ] || missing="$missing chromium fonts-liberation"
[ -n "$missing" ] || [ -n "${CITEWELL_CHROMIUM:-}" ] || exit 0

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the browser tests: $missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 # a list of packages
    apt-get install -qq -y --no-install-recommends $missing >/dev/null
fi

playwright_starts || fail "Playwright, which drives the browser in tests, does not start:" \
    "$(.venv/bin/playwright --version 2>&1 | head -n 1)" \
    "On Debian or Ubuntu, as root: apt-get install libatomic1 chromium fonts-liberation"

find_chromium >/dev/null || [ -n "${CITEWELL_CHROMIUM:-}" ] || {
    echo "No Chromium found: downloading Playwright's"
    .venv/bin/playwright install chromium || true # what to install instead is said below
}
chromium=$(find_chromium) || fail "$chromium"
"$chromium" --version >/dev/null || fail "$chromium does not start (above it says why)." \
    "Where libraries are missing, on Debian or Ubuntu, as root: .venv/bin/playwright install-deps chromium"
