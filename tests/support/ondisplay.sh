#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ondisplay.sh SCREEN COMMAND…: runs a command on a virtual display of its own, such as 1920x1080x24. xvfb-run waits for
# a signal that it misses on a busy machine, and then for ever; this waits for the number of the display.
set -euo pipefail

screen=$1
shift
exec {report}< <(exec Xvfb -displayfd 1 -screen 0 "$screen" -nolisten tcp 2>/dev/null)
server=$!
trap 'kill "$server" 2>/dev/null' EXIT
if ! read -r -t 60 -u "$report" number; then
    echo "Xvfb could not be started" >&2
    exit 1
fi
DISPLAY=:$number "$@"
