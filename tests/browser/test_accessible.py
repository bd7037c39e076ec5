"""What a screen reader is told; the rules of axe-core where it is installed."""

import warnings

import pytest

from tests.browser.board import Board
from tests.browser.conftest import DESK
from tests.browser.live_page import LivePage
from tests.browser.server import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NOT_RUN = "NOT RUN: the rules of axe-core, because it is not installed (npm ci)"
if not AXE.exists():
    warnings.warn(NOT_RUN, stacklevel=1)

RUN = """async (part) => {
    const found = await axe.run(part, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    if (!found.passes.length) throw new Error("axe has looked at nothing");
    return found.violations
        .filter((each) => ["serious", "critical"].includes(each.impact))
        .flatMap((each) => each.nodes.map((node) =>
            `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}"""


def test_everything_that_can_be_used_has_a_name_and_no_id_comes_twice(tab, server):
    board = Board.of_sample(tab, server.url)
    board.open_card("Security")
    tab.get_by_text("The same as a table").click()
    tab.locator(".twin input").first.wait_for()

    usable = tab.locator(
        ".board :is(button, input, select, textarea, summary, [role=slider],"
        " [role=button], [role=switch], [tabindex='0'])"
    )
    nameless = usable.evaluate_all(
        """all => all.filter(el => el.checkVisibility() && !(el.ariaLabel
            || el.textContent.trim() || el.labels?.[0]?.textContent.trim()))
            .map(el => el.outerHTML)"""
    )
    assert usable.count() > 100
    assert nameless == []
    ids = tab.locator("[id]").evaluate_all("all => all.map(el => el.id)")
    assert sorted(ids) == sorted(set(ids))


LIVE = {
    "promise": "Promise",
    "people": "People",
    "matters": "What matters",
    "checkup": "Questions",
    "evidence": "What we know",
    "behind": "Behind the scenes",
    "walk": "Walk it",
    "compare": "Compare",
}
"""Pages drawn from live state, and what they are called in the menu."""


class Looker:
    """Looks with the rules of axe-core, and keeps what is seriously broken."""

    def __init__(self, page):
        self.page = page
        self.broken = {}

    def look(self, where, part="html"):
        self.page.wait_for_timeout(300)  # what fades in has come
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        if found := self.page.locator(part).evaluate(RUN):
            self.broken[where] = found


@pytest.fixture(params=["light", "dark"])
def looker(chromium, request):
    if not AXE.exists():
        pytest.skip(NOT_RUN)
    context = chromium.new_context(viewport=DESK, color_scheme=request.param)
    yield Looker(context.new_page())
    context.close()


def test_no_page_of_the_workshop_breaks_a_rule_of_axe_seriously(looker, server):
    board = Board.of_sample(looker.page, server.url)
    for name, door in LIVE.items():
        opened = LivePage(board, name, door)
        opened.root.evaluate(
            "root => root.querySelectorAll('details').forEach(one => one.open = true)"
        )
        looker.look(name, f".page-{name}")

    assert looker.broken == {}


def test_no_rule_of_axe_is_seriously_broken(looker, server):
    page, look = looker.page, looker.look
    page.goto(server.url)
    page.get_by_role("button", name="Start a new workshop").wait_for()
    look("welcome")
    board = Board.of_sample(page, server.url)
    look("journey")
    board.open_card("Security")
    look("card", ".popup")
    page.keyboard.press("Escape")
    board.card("Security").hover()
    board.card("Security").locator(".more").click()
    look("menu", ".popup")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Paste a list").click()
    look("dialog", "dialog")
    page.keyboard.press("Escape")
    board.go_to("Save and open")
    page.get_by_role("link", name="Save as a file").wait_for()
    look("save")

    assert looker.broken == {}
