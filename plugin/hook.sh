#!/bin/sh
# Starts Lockside's answer to an agent hook. The client lets a prompt through on every exit code but 2,
# so whatever goes wrong here ends with 2: the guard fails closed.
here=$(dirname "$0")
node=${LOCKSIDE_NODE:-$(command -v node)}
if [ ! -x "$node" ]; then
  echo "Lockside is still starting, or is not running in this window. Try again in a moment." >&2
  exit 2
fi
ELECTRON_RUN_AS_NODE=1 "$node" "$here/../dist/cli.js" hook vscode || exit 2
