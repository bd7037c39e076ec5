"""Keeps rankings being re-run without a pause, as for a hundred busy rooms.

Python imports a module of this name when it starts; with this folder on its path the
real app runs as it is, and its one thread for re-runs never rests.
"""

import sys
import threading
import time

THERE = "cxlive.channel.certainty"


def _again() -> None:
    while THERE not in sys.modules:
        time.sleep(0.2)
    time.sleep(1)  # its imports are done by then
    from datetime import date  # noqa: PLC0415 - the path is the app's only by now

    from benchmarks.workshops import described, workshop_of  # noqa: PLC0415
    from cxcore.analysis import grid_of  # noqa: PLC0415
    from cxcore.robustness import robustness_of  # noqa: PLC0415

    workshop = described(workshop_of(40, 30))
    grid = grid_of(workshop, next(iter(workshop.journeys)), date(2026, 11, 22))
    while True:
        worker = sys.modules[THERE].WORKER
        worker.submit(robustness_of, grid, workshop.settings).result()


threading.Thread(target=_again, daemon=True).start()
