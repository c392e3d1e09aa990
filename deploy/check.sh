#!/usr/bin/env bash
# Checks the files of this folder as far as a machine without a container engine can: their form, their references, and the
# habits that keep an image small and safe. Where `docker compose` or `hadolint` is installed, they have their say too.
set -euo pipefail
here="$(cd -P "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"

command -v python3 >/dev/null && python3 -c 'import yaml' 2>/dev/null || {
    echo "deploy/check.sh needs python3 with yaml (apt-get install python3-yaml)" >&2
    exit 1
}
python3 "$here/check.py" "$here"

if command -v docker >/dev/null && docker compose version >/dev/null 2>&1; then
    ACCORD_DATABASE_PASSWORD=check docker compose -f "$here/compose.yaml" config --quiet
    echo "ok    docker compose config"
else
    echo "-     docker compose is not installed: its own check is left out"
fi
if command -v hadolint >/dev/null; then
    hadolint "$here/Containerfile"
    echo "ok    hadolint"
fi
