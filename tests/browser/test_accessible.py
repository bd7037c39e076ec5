"""What a screen reader is told; the rules of axe-core where it is installed."""

import warnings

import pytest

from tests.browser.board import Board
from tests.browser.conftest import DESK
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


@pytest.mark.skipif(not AXE.exists(), reason=NOT_RUN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_axe_is_seriously_broken(chromium, server, scheme):
    context = chromium.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    broken = {}

    def look(where, part="html"):
        page.wait_for_timeout(300)  # what fades in has come
        page.evaluate(AXE.read_text(encoding="utf-8"))
        if found := page.locator(part).evaluate(RUN):
            broken[where] = found

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
    context.close()

    assert broken == {}
