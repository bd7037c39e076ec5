"""Five cards about a persona, and a staff round, with phones in people's hands."""

import re

from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import PATIENCE, Lead
from tests.browser.conftest import PHONE

HANDY = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


def come(page, url, code, name, viewpoint=None):
    page.goto(f"{url}/live/join/{code}")
    page.get_by_label("Your name").fill(name, timeout=PATIENCE)
    if viewpoint:
        page.get_by_role("button", name=viewpoint).click()
    page.get_by_role("button", name=re.compile("^Join")).click()
    expect(page.locator(".join")).to_have_count(0)


def start(lead, form):
    """Choose a form of round in the panel and start it."""
    panel = Lead(lead).opened().panel
    panel.get_by_text("Another round, or an anonymous one").click()
    panel.get_by_role("radio", name=re.compile(form)).click()
    panel.get_by_role("button", name="Start a private round").click()
    expect(panel.locator(".round-running")).to_be_visible()


def reveal(lead):
    Lead(lead).button("Reveal").click()
    yes = Lead(lead).panel.locator(".asking:visible .button.strong")
    if yes.count():
        yes.first.click()


CARDS = ("sentence", "wants", "fears", "smiles", "others")


def fill_cards(page, name, *texts):
    """Fill five cards one after the other, as a hand does."""
    for card, text in zip(CARDS, texts, strict=True):
        asked = page.locator(f".page-{card}")
        asked.locator("textarea").fill(text, timeout=PATIENCE)
        if card == CARDS[0]:
            page.get_by_label("Her name").fill(name)
        page.get_by_role("button", name=re.compile(r"^(Next|Done)")).click()
        expect(asked).to_have_count(0)


FIRST = ("I cannot do without it.", "A cold drink", "The bill", "A smile", "Her sister")
SECOND = ("I do not want to wait.", "A cold drink ", "Dirt", "A joke", "Nobody")


def test_five_cards_by_phone_become_one_persona(crowd, server):
    lead, ada, bo = crowd("lead"), crowd("ada", **HANDY), crowd("bo", **HANDY)
    board = Board.of_new_workshop(lead, server.url, "The kitchen")
    code = Lead(board).code()
    for page, name in ((ada, "Ada"), (bo, "Bo")):
        come(page, server.url, code, name)
    start(board, "Who is she")

    fill_cards(ada, "Marta", *FIRST)
    expect(ada.locator(".done-page")).to_contain_text("All five cards are filled.")
    bo.locator("textarea.card-text").fill("Half a thou")
    bo.reload()
    expect(bo.locator("textarea.card-text")).to_have_value(
        "Half a thou", timeout=PATIENCE
    )
    for text in ("cannot do without", "Marta"):
        assert text not in "".join(bo.bytes_seen)
        assert text not in "".join(lead.bytes_seen)
    fill_cards(bo, "Marta", *SECOND)
    expect(Lead(board).panel.get_by_text("2 of 2 done").first).to_be_visible()
    reveal(board)

    for page in (ada, bo, lead):
        expect(page.locator(".reveal h1")).to_have_text(re.compile("^Marta, as two of"))
        wants = page.locator(".said-cards article").nth(1)
        expect(wants.locator("li")).to_have_count(1)
        expect(wants).to_contain_text("2 of us")
        expect(page.locator(".said-cards")).to_contain_text("I do not want to wait.")
    expect(ada.get_by_role("button", name="Go to People")).to_be_hidden()
    lead.get_by_role("button", name="Go to People").click()
    expect(lead).to_have_url(re.compile("people"))


def test_those_who_deliver_it_answer_and_only_spreads_are_shown(crowd, server):
    lead, manager = crowd("lead"), crowd("manager")
    staff = [crowd(name, **HANDY) for name in ("Ada", "Bo", "Cy")]
    board = Board.of_sample(lead, server.url, "appliance-repair")
    code = Lead(board).code()
    come(manager, server.url, code, "Max", "I lead")
    for page, name in zip(staff, ("Ada", "Bo", "Cy"), strict=True):
        come(page, server.url, code, name, "I serve customers")
    start(board, "Could we deliver it")

    expect(
        manager.get_by_text("The people who deliver it are answering")
    ).to_be_visible()
    expect(manager.locator(".private-round")).to_have_count(0)
    for page, able in zip(staff, (1, 2, 5), strict=True):
        moment = page.locator(".staff-moment").first
        moment.wait_for(timeout=PATIENCE)
        for row, value in ((0, able), (1, 4)):
            scale = moment.locator(".scale").nth(row)
            scale.get_by_role("button").nth(value - 1).click()
        while not page.locator(".done-page").is_visible():
            page.get_by_role("button", name=re.compile(r"^(Next|Done)")).click()
            page.wait_for_timeout(250)
    expect(Lead(board).panel.get_by_text("3 of 3 done").first).to_be_visible()
    assert '"able":5' not in "".join(manager.bytes_seen + lead.bytes_seen)
    reveal(board)

    for page in (*staff, manager, lead):
        first = page.locator(".said-spreads article").first
        expect(first).to_contain_text("1 of 3 could deliver it tomorrow.")
        bars = first.locator(".spread-bars").first
        expect(bars).to_have_attribute("aria-label", "1 said 1, 1 said 2, 1 said 5")
        expect(page.locator(".said-spreads")).to_contain_text(
            "Shown from three answers on."
        )
