from pathlib import Path

import pytest

from tests.durability.figures import FIGURES, IS_SOAK

AN_HOUR = 3_600


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if IS_SOAK and here in item.path.parents:
            item.add_marker(pytest.mark.timeout(AN_HOUR))


def pytest_terminal_summary(terminalreporter):
    if not FIGURES:
        return
    terminalreporter.section("durability")
    for name, figure in FIGURES:
        terminalreporter.write_line(f"{name:<48} {figure:>24}")
