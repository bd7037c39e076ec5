"""Two people build one journey: nobody's hand takes anything out of another's."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.board import STEP, expect_feeling
from tests.browser.company import Lead, two_in_a_room

STAGE = "At the airport"
SECURITY = "Security", STAGE


@pytest.fixture
def pair(newcomer, server):
    """Who leads, and Dora: two browsers in one room."""
    return two_in_a_room(newcomer, server.url)


def everything_that_others_do(other):
    """Do one change after the other; say before each what comes."""
    lead = Lead(other)
    yield "rename the moment"
    other.rename(other.card("Security"), "Security check")
    yield "rename its stage"
    other.rename(other.stage(STAGE), "At the gates")
    yield "move the moment"
    other.choose(other.card("Security check"), "Move left")
    yield "remove another moment"
    other.choose(other.card("Pay"), "Remove moment")
    yield "add a stage"
    other.page.get_by_role("button", name="+ Stage").click()
    other.write("Back home")
    yield "rate"
    other.drag(other.handle("Bag drop", "At the gates"), up=1)
    yield "undo"
    other.undo.click()
    yield "take a handle, and give it up"
    other.hold(other.handle("Bag drop", "At the gates"), up=1)
    other.page.keyboard.press("Escape")
    other.let_go()
    yield "bring everyone here"
    lead.press("Bring everyone here")
    yield "say what we do now"
    lead.press("Talk about it")
    yield "lock the structure"
    lock = lead.opened().panel.get_by_role("switch", name="Lock the structure")
    lock.click()
    expect(lock).to_be_checked()


def test_a_drag_in_hand_survives_everything_that_others_do(pair):
    other, dora = pair
    handle = dora.page.locator(".handle.held")
    x, hand = dora.hold(dora.handle(*SECURITY), up=8)
    feeling = "rather good, +1.8"
    expect_feeling(handle, feeling)

    for what in everything_that_others_do(other):
        other.saved()
        expect(handle, what).to_have_count(1)
        expect_feeling(handle, feeling)
    # The chart has moved on the page meanwhile; the hand goes on from where it was.
    dora.page.mouse.move(x, hand - STEP)
    expect(handle).not_to_have_attribute("aria-valuetext", feeling)
    dora.page.mouse.move(x, hand)
    expect_feeling(handle, feeling)
    dora.let_go()

    mine = dora.handle("Security check", "At the gates")
    expect_feeling(mine, feeling)
    dora.saved()
    dora.page.reload()
    dora.opened()
    expect_feeling(mine, feeling)


def test_a_text_half_typed_survives_everything_that_others_do(pair):
    other, dora = pair
    dora.choose(dora.card("Delay notice"), "Rename")
    field = dora.page.locator(".field-input")
    field.fill("Delay notice on")

    for what in everything_that_others_do(other):
        other.saved()
        expect(field, what).to_have_value("Delay notice on")
        expect(field, what).to_be_focused()
    Lead(other).panel.get_by_role("switch", name="Lock the structure").click()
    expect(dora.page.get_by_role("button", name="+ Stage")).to_be_visible()
    field.press_sequentially(" the phone")
    field.press("Enter")

    for each in (dora, other):
        expect(each.card("Delay notice on the phone")).to_be_visible()


def test_what_others_take_away_from_under_a_hand_ends_there_and_holds_nothing_up(pair):
    other, dora = pair
    dora.hold(dora.handle(*SECURITY), up=8)
    other.choose(other.card("Security"), "Remove moment")
    expect(dora.page.locator(".handle.held")).to_have_count(0)
    dora.let_go()
    expect(dora.card("Security")).to_have_count(0)
    dora.choose(dora.card("Bag drop"), "Rename")
    dora.page.locator(".field-input").fill("Bag drop at noon")
    other.choose(other.card("Bag drop"), "Remove moment")
    expect(dora.page.locator(".field-input")).to_have_count(0)
    other.page.get_by_role("button", name="Undo", exact=True).last.click()

    for each in (dora, other):
        expect(each.card("Bag drop at noon")).to_be_visible()

    Lead(other).press("Start a private round")
    expect(dora.page.locator(".private-round")).to_be_visible()


def test_a_drag_is_seen_by_others_before_it_is_let_go_and_says_who(pair):
    other, dora = pair
    line = other.item("Security").locator(".sum")
    before = line.inner_text()
    marks = other.page.locator(".curve-mark")
    expect(marks).to_have_count(0)

    dora.hold(dora.handle(*SECURITY), up=12)

    expect(line).not_to_have_text(before)
    expect(marks).to_have_text("DO")
    expect(other.undo).to_be_disabled()
    dora.page.keyboard.press("Escape")
    dora.let_go()
    expect(line).to_have_text(before)
    expect(marks).to_have_count(0)

    dora.choose(dora.card("Bag drop"), "Rename")
    dora.page.locator(".field-input").press_sequentially("s")
    typing = other.page.locator(".mark.types")
    expect(typing).to_have_attribute("title", "Dora types here")
    dora.page.keyboard.press("Escape")
    expect(typing).to_have_count(0)
    expect(other.card("Bag drop")).to_be_visible()


def test_of_two_texts_both_are_shown_and_of_two_moves_the_last_one_wins(pair):
    other, dora = pair
    dora.choose(dora.card("Security"), "Rename")
    dora.page.locator(".field-input").fill("Security line")
    other.rename(other.card("Security"), "Security check")
    expect(dora.handle("Security check", STAGE)).to_be_visible()

    dora.page.locator(".field-input").press("Enter")

    clash = dora.page.get_by_role("dialog", name="Two texts for Moment")
    expect(clash.locator(".clash-text")).to_have_text(
        ["Security check", "Security line"]
    )
    clash.get_by_role("button", name="Use mine").click()
    for each in (dora, other):
        expect(each.card("Security line")).to_be_visible()

    dora.choose(dora.card("Pay"), "Move to stage …", "Decide")
    expect(other.handle("Pay", "Decide")).to_be_visible()
    other.choose(other.card("Pay"), "Move to stage …", "Fly")
    expect(dora.handle("Pay", "Fly")).to_be_visible()
    assert dora.saved().order() == other.saved().order()


def test_a_locked_structure_offers_nothing_and_refuses_what_is_forged(pair):
    other, dora = pair
    lead = Lead(other).opened()
    lead.panel.get_by_role("switch", name="Lock the structure").click()

    page = dora.page
    expect(page.get_by_text("The facilitator has locked the structure")).to_be_visible()
    for name in ("+ Moment", "+ Stage", "Paste a list", "How we want it"):
        button = page.get_by_role("button", name=name)
        assert button.count() == 0 or button.is_disabled(), name
    for selector in (".card-cell > .more", ".stage > .more", ".card-insert"):
        expect(page.locator(f"{selector}:visible")).to_have_count(0)
    expect(page.locator("button.field-face:enabled")).to_have_count(0)
    dora.card("Security").locator(".card-open").press("F2")
    expect(page.locator(".field-input")).to_have_count(0)

    told = forge(page, lambda ids: {"kind": "remove", "of": "touchpoint", "id": ids[0]})
    assert told["error"] == "NotAllowed"
    assert "locked" in told["text"]
    expect(other.card("Security")).to_be_visible()

    dora.drag(dora.handle(*SECURITY), up=12)
    expect(dora.undo).to_be_enabled()


FORGE = """([room, command]) => new Promise((done) => {
    const socket = new WebSocket(`ws://${location.host}/live/room`);
    const send = (message) => socket.send(JSON.stringify(message));
    socket.onopen = () => send({ kind: "hello", room, tab: "forged", since: null,
        view: { journey: null, screen: false } });
    socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.kind === "view")
            send({ kind: "do", id: "forged", command });
        if (["ok", "no"].includes(message.kind)) done(message);
    };
})"""


def forge(page, made):
    """Send a command as no button of ours would; return the server's answer."""
    ids = page.locator(".card[data-touchpoint]").evaluate_all(
        "all => all.map((el) => el.dataset.touchpoint)"
    )
    room = re.search(r"w=([\w-]+)", page.url)[1]
    return page.evaluate(FORGE, [room, made(ids)])
