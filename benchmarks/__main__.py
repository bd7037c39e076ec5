"""Print all figures: ``make bench``; or some: ``python -m benchmarks live memory``."""

import sys

from benchmarks import (
    browser,
    core,
    edits,
    folder,
    joining,
    live,
    memory,
    reruns,
    sessions,
)
from benchmarks.figures import report

ALL = {
    "core": core.figures,
    "reruns": reruns.figures,
    "folder": folder.figures,
    "browser": browser.figures,
    "live": live.figures,
    "edits": edits.figures,
    "sessions": sessions.figures,
    "joining": joining.figures,
    "memory": memory.figures,
}

report([figure for name in sys.argv[1:] or ALL for figure in ALL[name]()])
