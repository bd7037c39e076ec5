"""What the page "What matters" adds to the table of state, and the journey with it."""

import json
from dataclasses import replace

from cxcore.commands import SetValue
from cxcore.edit import apply
from cxcore.model import Workshop
from cxcore.model.settings import SeverityWeights
from cxcore.robustness import robustness_of
from cxcore.rounds import RoundForm
from cxcore.words import HOW_FIRM
from cxlive.board.pages import page_view
from cxlive.board.view import with_robust
from cxlive.rounds.answers import Answers
from cxlive.rounds.facilitation import Facilitation, Round
from cxlive.rounds.rounds import Led
from tests.analysis.reference import repair_service
from tests.core.builders import small_workshop
from tests.live.build import rate
from tests.pagekeys.build import view_of


def worked_out(workshop, known=None, led=None):
    """The journey, with how firmly its ranking holds."""
    view = view_of(workshop, "journey", led=led)
    robust = view.grid and robustness_of(view.grid, workshop.settings)
    return with_robust(view, robust, None, known or {})


def matters_of(workshop):
    return page_view(worked_out(workshop), "matters", None).shared.table


def with_setting(workshop, field, value):
    command = SetValue(of="settings", id="settings", field=field, value=value)
    return apply(workshop, command)


def test_without_a_journey_and_without_ratings_nothing_is_claimed():
    for workshop in (Workshop(id="w"), small_workshop()):
        table = matters_of(workshop)

        assert table["holds"]["state"] == "none"
        assert table["ask"] is None
        assert not any(key.startswith(("holds/", "firm/")) for key in table)


def test_every_ranked_moment_says_how_firmly_it_stands():
    table = matters_of(repair_service())
    ranking = table["computed"]["ranking"]

    assert table["holds"] == {"state": "fresh", "note": HOW_FIRM}
    assert {key for key in table if key.startswith("holds/")} == {
        f"holds/{each}" for each in ranking
    }
    first = table[f"holds/{ranking[0]}"]
    assert (first["verdict"], first["place"], first["rank"]) == ("holds", "1", 1)
    assert first["sentence"].startswith("In the top 2 in")


def test_a_verdict_names_the_score_it_was_worked_out_for():
    table = matters_of(repair_service())

    for each in table["computed"]["ranking"]:
        result, hold = table[f"result/{each}"], table[f"holds/{each}"]
        assert (hold["score"], hold["rank"]) == (result["score"], result["rank"])


def test_the_numbers_stand_on_this_page_alone():
    board, page = (
        worked_out(repair_service()).shared.table,
        matters_of(repair_service()),
    )

    assert not any(key.startswith("firm/") for key in board)
    labels = [label for label, _ in page["firm/waiting"]["numbers"]]
    assert labels[:3] == ["Comes first", "In the first two", "In the first three"]


def test_it_says_what_to_ask_next_and_why():
    table = matters_of(repair_service())

    asked = table["ask"]
    name = table[f"touchpoint/{asked['touchpoint']}"]["name"]
    assert asked["sentence"].startswith(f"Ask about {name} next: ")
    assert asked["numbers"]


def test_the_rule_of_thumb_is_named_only_where_it_names_another():
    view = worked_out(repair_service())
    robust = view.robust
    thumbs = {}
    for each in robust.touchpoints:
        asked = replace(view, robust=replace(robust, ask_next=each.id))
        thumbs[each.id] = page_view(asked, "matters", None).shared.table["ask"][
            "simple"
        ]

    most = max(robust.touchpoints, key=lambda each: each.research_first).id
    assert [each for each, simple in thumbs.items() if simple is None] == [most]


def test_where_nothing_could_change_there_is_nothing_to_ask():
    view = worked_out(repair_service())
    settled = replace(view, robust=replace(view.robust, ask_next=None))

    asked = page_view(settled, "matters", None).shared.table["ask"]

    assert asked["touchpoint"] is None
    assert "would stay the same" in asked["sentence"]


def test_until_it_is_worked_out_again_what_was_said_stays_as_stale():
    before = worked_out(repair_service())
    changed = apply(repair_service(), rate("number", -5.0, "ann"))

    waiting = with_robust(
        view_of(changed, "journey"), None, None, before.shared.table
    ).shared.table

    assert waiting["holds"]["state"] == "stale"
    assert waiting["holds/waiting"] == before.shared.table["holds/waiting"]


def test_in_an_open_round_no_figure_is_sent():
    workshop = repair_service()
    before = worked_out(workshop)
    (journey_id,) = workshop.journeys
    asked = Round(
        id="r",
        journey_id=journey_id,
        number=1,
        form=RoundForm.LIGHT,
        parts=("valence",),
        touchpoint_ids=tuple(workshop.touchpoints),
    )

    led = Led(Facilitation(round=asked), Answers())
    view = worked_out(workshop, before.shared.table, led)
    table = page_view(view, "matters", None).shared.table

    assert table["holds"]["state"] == "none"
    assert table["ask"] is None
    assert not any(key.startswith(("holds/", "firm/")) for key in table)


def test_the_weights_come_as_they_are_and_as_they_usually_are():
    heavier = {"pain": 0.8, "gap": 0.1, "effort": 0.1}
    workshop = with_setting(repair_service(), "severity", heavier)

    table = matters_of(workshop)

    assert table["settings/settings"]["severity"] == heavier
    assert table["weights"]["usual"]["severity"] == SeverityWeights().model_dump()
    assert [word for _, word in table["weights"]["severity"]] == [
        "bad feeling",
        "less than expected",
        "hard work for her",
    ]


def test_another_weight_changes_the_scores_and_what_holds():
    usual = matters_of(repair_service())
    heavier = {"pain": 0.8, "gap": 0.1, "effort": 0.1}
    changed = matters_of(with_setting(repair_service(), "severity", heavier))

    assert changed["result/waiting"]["score"] != usual["result/waiting"]["score"]
    assert changed["holds/waiting"]["score"] == changed["result/waiting"]["score"]


def test_the_table_is_plain_json():
    table = matters_of(repair_service())

    assert json.loads(json.dumps(table, allow_nan=False)) == table
