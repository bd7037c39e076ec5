"""The picture of handovers as a value: departments, lines, and the finding."""

from itertools import combinations

import pytest

from cxcore.analysis import analyse, handovers_of
from cxui.views.department_graph import (
    LABEL_MAX,
    department_graph,
    feeling_words,
    handover_table,
)
from tests.analysis.builders import TODAY, Moment, said, workshop_of

HOSTILE = "<img src=x onerror=alert(1)>" + "W" * 170


def handovers(*owned):
    """Along a journey of moments of these owners, each with its valence or None."""
    moments = [
        Moment(
            f"m{number}",
            [] if valence is None else said(valence=[valence]),
            owner=owner,
        )
        for number, (owner, valence) in enumerate(owned)
    ]
    return handovers_of(analyse(workshop_of(*moments), TODAY).journeys[0])


def graph(*owned):
    return department_graph(handovers(*owned))


def test_a_line_says_how_often_and_what_the_feeling_does_there():
    shop = graph(("Web", 3), ("Shop", 1), ("Web", 2), ("Shop", -0.2))

    labels = {(e.giver, e.taker): e.label for e in shop.lines}
    assert labels == {
        ("department-0", "department-1"): "2×\ndrops by 2.1",
        ("department-1", "department-0"): "1×\nrises by 1.0",
    }
    often, once = shop.lines
    assert often.width > once.width


def test_the_title_is_the_finding_and_the_summary_counts():
    shop = graph(("Web", 3), ("Shop", 1), ("Field", -3))

    assert shop.title == "Feelings drop most where Shop hands over to Field."
    assert shop.summary == (
        "2× it changes hands, among 3 departments; the feeling drops at 2 of 2 lines."
    )


@pytest.mark.parametrize(
    ("owned", "title"),
    [
        ([("", 1), ("", 2)], "Nobody is in charge of any moment yet, so no handover"),
        ([("Web", 1), ("Web", 2)], "Web has every moment in hand: nothing changes"),
        ([("Web", 1), ("Shop", None)], "How a handover feels is not rated yet."),
        ([("Web", 1), ("Shop", 1)], "No handover makes the feeling drop."),
        ([("Web", 1), ("", -1)], "Feelings drop most where Web hands over to nobody."),
    ],
)
def test_where_there_is_little_to_see_the_title_says_why(owned, title):
    assert graph(*owned).title.startswith(title)


def test_nobody_is_a_node_of_its_own_and_no_department():
    shop = graph(("Web", 1), ("", 1))

    assert [each.is_nobody for each in shop.departments] == [False, True]
    assert shop.departments[1].label == "nobody"
    assert "among 1 department;" in shop.summary


def test_the_feeling_is_said_in_words_with_its_direction():
    assert [feeling_words(x) for x in (-2.14, 0.4, 0.0, None)] == [
        "drops by 2.1",
        "rises by 0.4",
        "stays",
        "not rated",
    ]


def test_a_change_too_small_to_be_said_changes_nothing():
    assert graph(("Web", 3), ("Shop", 1)) == graph(("Web", 3.01), ("Shop", 1))


def test_a_name_never_becomes_a_key_and_is_cut_in_the_picture_only():
    moved = handovers((HOSTILE, 3), ("Shop", 1))
    shop = department_graph(moved)

    assert {each.key for each in shop.departments} == {"department-0", "department-1"}
    assert len(shop.departments[0].label) == LABEL_MAX
    table = handover_table(moved, {"m0": "Queue", "m1": "Pay"})
    assert table.to_dict("records") == [
        {
            "From": HOSTILE,
            "To": "Shop",
            "How often": "1×",
            "The feeling": "drops by 2.0",
            "Where": "Queue → Pay",
        }
    ]


@pytest.mark.parametrize("count", range(1, 13))
def test_up_to_twelve_departments_stand_apart_from_each_other(count):
    shown = graph(*((f"D{number}", 1) for number in range(count))).departments

    assert len(shown) == count
    for one, other in combinations(shown, 2):
        assert abs(one.x - other.x) > 40 or abs(one.y - other.y) > 40
