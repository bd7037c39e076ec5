"""Print all figures: ``make bench``."""

from benchmarks import browser, core
from benchmarks.figures import report

report([*core.figures(), *browser.figures()])
