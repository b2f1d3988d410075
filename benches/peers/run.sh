#!/bin/sh
# Installs the peers in target/peers, checks that they agree with ruimtevraag, and times them.
#   benches/peers/run.sh [--draws N] [--check-draws N] [--repeats N] [--threads N] [--only check|time]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
venv="$root/target/peers/venv"
if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
    cp "$here/requirements.txt" "$venv/installed.txt"
fi
cd "$root"
# A fixed kernel of the linear algebra library would slow the peers down or break them elsewhere.
unset OPENBLAS_CORETYPE
export PYTHONPYCACHEPREFIX="$root/target/peers/compiled"
exec "$venv/bin/python" "$here/run.py" "$@"
