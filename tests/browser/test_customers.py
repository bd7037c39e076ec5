"""A customer's phone: three minutes by a link, with scripts and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.board import Board
from tests.browser.company import Lead
from tests.browser.conftest import PHONE
from tests.browser.test_accessible import AXE, NOT_RUN, RUN

SCENARIO = "You fly for the first time, to your sister's wedding."
WORDS = "They took my umbrella <b>"


@pytest.fixture
def lead(newcomer, server):
    return Lead(Board.of_sample(newcomer(), server.url))


@pytest.fixture
def link(lead):
    """Make a link for customers in the facilitator's panel; return its address."""
    part = opened(lead)
    part.get_by_text("Make a link for customers").click()
    part.get_by_label("What customers read first").fill(SCENARIO)
    part.get_by_role("button", name="Make the link").click()
    url = part.get_by_role("textbox", name="Link for customers")
    expect(url).to_have_value(re.compile("/live/customer/"))
    return url.input_value()


def opened(lead):
    """The section of the panel that is about customers."""
    part = lead.opened().panel.locator(".customers-part")
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()
    return part


def moment(phone, name):
    return phone.locator("fieldset.moment").filter(has_text=name).first


def pick(phone, name, word):
    moment(phone, name).get_by_role("radio", name=word, exact=True).check()


def hangs_over(phone):
    return phone.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_curve_grows_and_survives_and_the_team_sees_it_arrive(lead, link, newcomer):
    curve = lead.page.locator(".legend-customers")
    before = curve.inner_text()
    phone = newcomer(viewport=PHONE, has_touch=True, is_mobile=True)
    phone.goto(link)
    expect(phone.get_by_text(SCENARIO)).to_be_visible()
    assert phone.context.cookies() == []
    pick(phone, "Security", "awful")
    pick(phone, "Boarding", "good")
    moment(phone, "Security").get_by_text("What happened?").click()
    moment(phone, "Security").get_by_role("textbox").fill(WORDS)
    expect(phone.locator(".grown")).to_contain_text(re.compile(r"Your curve: 2 of \d+"))
    assert not hangs_over(phone)
    key = phone.locator("input[name=key]").input_value()

    phone.reload()

    expect(phone.locator(".grown")).to_contain_text("2 of")
    expect(moment(phone, "Security").get_by_role("textbox")).to_have_value(WORDS)
    expect(phone.locator("input[name=key]")).to_have_value(key)
    phone.get_by_label("My curve may be shown by itself").check()
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("heading", name="Thank you.")).to_be_visible()
    part = opened(lead)
    expect(part.get_by_text("1 has answered")).to_be_visible()
    expect(curve).not_to_have_text(before)

    phone.go_back()
    expect(phone.get_by_text("You have answered already")).to_be_visible()
    phone.get_by_role("button", name="Somebody else answers here").click()
    expect(phone.locator(".grown")).to_contain_text("0 of")
    expect(moment(phone, "Security").get_by_role("textbox")).to_be_hidden()


def test_without_scripts_by_keys_alone_it_is_sent_once(lead, link, newcomer):
    phone = newcomer(viewport=PHONE, is_mobile=True, java_script_enabled=False)
    phone.goto(link)
    phone.get_by_role("button", name="Send").press("Enter")
    expect(phone.get_by_role("alert")).to_contain_text("at least one moment")
    boxes = moment(phone, "Security")
    boxes.get_by_role("radio", name="Did not happen").focus()
    phone.keyboard.press("ArrowLeft")
    expect(boxes.get_by_role("radio", name="great")).to_be_checked()
    assert phone.locator(".grown").count() == 0
    phone.get_by_role("button", name="Send").press("Enter")
    expect(phone.get_by_role("heading", name="Thank you.")).to_be_visible()

    phone.reload()
    phone.go_back()
    pick(phone, "Security", "great")
    phone.get_by_role("button", name="Send").press("Enter")

    expect(phone.get_by_role("heading", name="Thank you.")).to_be_visible()
    part = opened(lead)
    expect(part.get_by_text("1 has answered")).to_be_visible()
    part.get_by_role("button", name="Withdraw", exact=True).click()
    part.get_by_role("button", name="Withdraw it").click()
    expect(part.get_by_role("textbox", name="Link for customers")).to_be_hidden()
    assert phone.goto(link).status == 410


@pytest.mark.skipif(not AXE.exists(), reason=NOT_RUN)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_axe_is_seriously_broken_for_a_customer(link, newcomer, scheme):
    phone = newcomer(viewport=PHONE, color_scheme=scheme)
    phone.goto(link)
    pick(phone, "Security", "awful")
    moment(phone, "Security").get_by_text("What happened?").click()

    phone.evaluate(AXE.read_text(encoding="utf-8"))

    assert phone.locator("html").evaluate(RUN) == []
