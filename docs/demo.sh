#!/usr/bin/env bash
# Runs docs/demo.mjs against a fresh broker: docs/demo.sh BROKER_URL [api.github.com.json]
# Without a file, the description of the GitHub API comes from the npm package @octokit/openapi.
set -euo pipefail
broker=${1:?usage: docs/demo.sh BROKER_URL [api.github.com.json]}
document=${2:-}
if [ -z "$document" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  (cd "$folder" && npm pack --silent @octokit/openapi >/dev/null && tar xzf ./*.tgz package/generated/api.github.com.json)
  document=$folder/package/generated/api.github.com.json
fi
node "$(dirname "$0")/demo.mjs" "$broker" "$document"
