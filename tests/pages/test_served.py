"""Which of our browser modules a page asks for ahead."""

from typing import get_args

from cxlive.channel.messages import Page
from cxui.components.served import MODULES, needed_by

JOURNEY = needed_by("main.js")
OTHERS = [page for page in get_args(Page) if page != "journey"]


def test_all_modules_named_are_there_each_once():
    for names in (JOURNEY, *(needed_by(f"pages/{p}/{p}.js") for p in OTHERS)):
        assert len(set(names)) == len(names)
        assert all((MODULES / name).is_file() for name in names)


def test_what_main_imports_is_fetched_ahead_through_all_levels():
    assert {"main.js", "board/board.js", "parts/dom.js", "map/geometry.js"} <= {
        *JOURNEY
    }


def test_the_journey_does_not_wait_for_what_only_other_pages_show():
    shown = [name for name in JOURNEY if name.startswith(("pages/", "customer/"))]

    assert shown == ["pages/screens.js"]
    assert all("pages/page.js" in needed_by(f"pages/{p}/{p}.js") for p in OTHERS)
