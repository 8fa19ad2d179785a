#!/usr/bin/env bash
# Sets Warmzone up in .venv: `tools/setup.sh run` for what running needs, `tools/setup.sh test`
# for what the tests and the one check command need as well. Safe to call again at any time:
# when nothing has changed it ends at once.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

want=${1:-run}
case $want in
  run) lock=requirements.txt ;;
  test) lock=requirements-dev.txt ;;
  *) echo "setup.sh: '$want' is not known; run or test" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }
stop() { printf '\nSetting up stopped: %s\n' "$1" >&2; exit 1; }

# Runs a command as root, or fails where this user has no way to. The lock below is closed to it:
# a service that a package starts would otherwise hold it for good.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@" 9>&-
  elif command -v sudo >/dev/null && [ -t 0 ]; then sudo "$@" 9>&-
  elif command -v sudo >/dev/null; then sudo -n "$@" 9>&-
  else return 1
  fi
}

# Installs Debian packages, or names the command that a person with the rights has to give.
need_debian_packages() {
  local why=$1
  shift
  local by_hand="and it could not be installed from here. As root, run: apt-get update && apt-get install -y $*"
  command -v apt-get >/dev/null || stop "$why. This is not a Debian system: install what Debian calls $*."
  say "$why: installing from Debian: $*"
  as_root apt-get update -qq >/dev/null || stop "$why, $by_hand"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    stop "$why, $by_hand"
}

# Numba, which compiles the kernel, has wheels for these and no others.
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; }

find_python() {
  local candidate
  for candidate in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null && fits "$candidate"; then command -v "$candidate"; return; fi
  done
  return 1
}

venv_works() { fits .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }

make_venv() {
  local python
  if ! python=$(find_python); then
    need_debian_packages "No python3 from 3.11 to 3.14 was found" python3 python3-venv
    python=$(find_python) || stop "this system's python3 is older than 3.11. Install a newer one, or name it: PYTHON=/path/to/python3 make setup"
  fi
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    local version
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    need_debian_packages "$python comes without venv" "python$version-venv"
  fi
  rm -rf .venv
  "$python" -m venv .venv || stop "$python -m venv .venv failed; its message stands above"
}

# Whatever this user's pip settings say, the packages go into .venv, ready-made, as pinned.
install() { PIP_USER=0 .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input "$@"; }

# Says when a set-up is out of date. The folder is part of it because a virtual environment does
# not survive being moved.
key() { { pwd; cat requirements.txt requirements-dev.txt pyproject.toml tools/setup.sh; } | sha256sum; }
is_current() {
  [ "$(cat ".venv/.set-up-$want" 2>/dev/null)" = "$(key)" ] && [ -x .venv/bin/warmzone ] && fits .venv/bin/python
}

set_up_python() {
  if is_current; then return; fi
  say "Setting up Warmzone in .venv. This takes a minute or two, once, and needs the network."
  venv_works || make_venv
  install --require-hashes --only-binary :all: -r "$lock" ||
    stop "the packages in $lock could not be installed; pip's message stands above"
  install --no-deps --no-build-isolation --no-index -e . || stop "Warmzone itself could not be installed"
  key >.venv/.set-up-run
  if [ "$want" = test ]; then key >.venv/.set-up-test; fi
}

mkdir -p .cache
exec 9>.cache/set-up.lock
flock 9
set_up_python
if [ "$want" = test ]; then
  # What Debian has to give: the browser, with a font (without one every letter of a page is the
  # same box), and the library that the browser's driver is linked to.
  missing=()
  command -v chromium >/dev/null || missing+=(chromium fonts-liberation)
  .venv/bin/python -c 'import ctypes; ctypes.CDLL("libatomic.so.1")' 2>/dev/null || missing+=(libatomic1)
  if [ "${#missing[@]}" != 0 ]; then
    need_debian_packages "The browser tests drive Chromium, for which something is missing" "${missing[@]}"
  fi
fi
