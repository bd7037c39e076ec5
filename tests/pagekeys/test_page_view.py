"""What all pages have in common."""

import json
from typing import get_args

import pytest

from cxcore.commands import Add
from cxcore.edit import apply
from cxcore.model import Evidence, Workshop
from cxlive.board.pages import KEYS, page_view
from cxlive.board.things import things
from cxlive.channel.messages import Page
from tests.core.builders import small_workshop
from tests.live.build import rate, remove, rename
from tests.pagekeys.build import keys_of, view_of

PAGES = sorted(KEYS)


def test_every_page_of_the_channel_but_the_journey_has_keys_of_its_own():
    assert {*KEYS, "journey"} == set(get_args(Page))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_which_one_it_is_and_has_all_of_the_board_of_its_journey(page):
    table = keys_of(small_workshop(), page)
    board = view_of(small_workshop(), "journey").shared.table

    assert table["page"] == page
    assert "page" not in board
    assert board.items() <= table.items()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_shown_of_an_empty_workshop(page):
    assert keys_of(Workshop(id="w"), page)["journey"] is None


@pytest.mark.parametrize("page", PAGES)
def test_what_a_change_does_not_touch_is_taken_over_as_it_is(page):
    before = view_of(small_workshop(), page)
    changed = apply(small_workshop(), rename("queue", "The line"))

    after = view_of(changed, page, before)

    same = [key for key in after.added if after.added[key] == before.added.get(key)]
    assert all(after.added[key] is before.added[key] for key in same)
    assert after.shared.table["touchpoint/queue"]["name"] == "The line"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_which_nothing_has_changed_is_not_made_again(page):
    board = view_of(small_workshop(), "journey")
    before = page_view(board, page, None)

    assert page_view(board, page, before) is before


@pytest.mark.parametrize("page", PAGES)
def test_a_rating_reaches_every_page(page):
    before = view_of(small_workshop(), page)

    after = view_of(apply(small_workshop(), rate("queue", -4, "ana")), page, before)

    assert after.shared.table["result/queue"]["valence"] == -4


def test_things_come_in_order_with_every_field():
    table = things(small_workshop(), "touchpoint")

    assert table["list/touchpoint"] == ["queue", "pay", "leave"]
    assert table["touchpoint/queue"]["name"] == "queue"


def test_what_each_respondent_said_is_not_sent_to_tabs():
    survey = Evidence(
        id="poll",
        evidence_type="survey",
        title="Poll",
        survey={"queue": (-4.125,) * 500},
        survey_overall=(3.125,) * 500,
    )
    workshop = apply(small_workshop(), Add(of="evidence", thing=survey))

    sent = json.dumps(keys_of(workshop, "evidence"))

    assert "Poll" in sent
    assert "3.125" not in sent
    assert sent.count("-4.125") < 5


def test_a_removed_thing_is_not_sent():
    workshop = apply(small_workshop(), remove("queue"))
    view = view_of(workshop, "promise")

    assert "queue" not in things(view.workshop, "touchpoint")["list/touchpoint"]
