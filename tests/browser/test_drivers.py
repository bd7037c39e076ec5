"""Importance out of a survey: seen below "What we know", taken over, on the cards."""

import re

import pytest
from playwright.sync_api import expect

from cxcore.document import Envelope, write
from cxcore.rounds import touchpoints_of
from cxlive.board.view import shown_journey
from cxui import samples
from tests.browser.board import Board
from tests.drivers.answers import some_answers, survey

TAKE, BACK = "Take this over as importance", "Go back to what the room said"
FIRST = "Compare flights"
PATIENCE = 20_000
"""The first chart of a browser has to be fetched."""


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory):
    """A file of the flight with the answers of a survey about its first moments."""
    workshop = samples.load("first-flight").envelope.workshop
    journey_id = shown_journey(workshop, None)
    ids = touchpoints_of(workshop, journey_id)[:3]
    felt, overall = some_answers()
    asked = survey({key: felt[:, at] for at, key in enumerate(ids)}, overall)
    asked = asked.model_copy(update={"journey_ids": (journey_id,)})
    evidence = {**workshop.evidence, asked.id: asked}
    told = workshop.model_copy(update={"evidence": evidence})
    path = tmp_path_factory.mktemp("files") / "surveyed.json"
    path.write_bytes(write(Envelope(told)).data)
    return path


def opened(tab, server, path):
    tab.goto(server.url)
    tab.locator("input[type=file]").set_input_files(path)
    tab.get_by_role("button", name="Open this file").click()
    return Board(tab).opened()


def pips(tab):
    return tab.get_by_role("slider", name=f"{FIRST}: how much it matters")


def test_what_a_survey_says_is_drawn_and_taken_over_it_stands_on_the_cards(
    tab, server, surveyed
):
    board = opened(tab, server, surveyed)
    board.go_to("What we know")
    tab.get_by_text("What moves the overall answer").click()
    finding = f"The overall answer moves most with {FIRST}."
    expect(tab.get_by_text(finding)).to_be_visible()
    picture = tab.locator("[role='graphics-document']")
    described = re.compile(re.escape(finding))
    expect(picture).to_have_attribute("aria-label", described, timeout=PATIENCE)
    tab.get_by_role("button", name=TAKE).click()
    expect(tab.get_by_role("button", name=BACK)).to_be_visible()

    board.go_to("Journey")
    expect(pips(tab)).to_have_attribute("aria-readonly", "true")
    expect(pips(tab)).to_have_attribute("aria-valuetext", "5.0 of 5, from a survey")
    board.card(FIRST).locator(".pip").first.click()
    expect(pips(tab)).to_have_attribute("aria-valuetext", "5.0 of 5, from a survey")
    dialog = board.open_card(FIRST)
    expect(dialog).to_contain_text("How much it matters is taken from a survey here.")
    expect(dialog.get_by_text("most of all")).to_be_hidden()
