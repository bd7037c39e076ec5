"""What would lift a journey, as tables."""

from cxcore.model import Settings
from cxcore.what_if import best_changes, suppose
from cxui.views.what_if import (
    choices_table,
    lifts_table,
    scores_table,
    shifts_table,
)
from tests.what_if.rooms import felt, read


def names(workshop):
    return {each: each.upper() for each in workshop.touchpoints}


def rooms():
    """Two bad moments among good ones."""
    return felt(a=[-5.0], b=[-4.0], c=[4.0], d=[4.0], e=[3.0], f=[1.0])


def supposing(workshop, **targets):
    return suppose(read(workshop), Settings(), targets)


def searched(workshop, budget=10.0):
    return best_changes(read(workshop), Settings(), work={}, budget=budget)


def test_whoever_needs_work_no_more_and_whoever_does_then_has_a_row():
    workshop = rooms()

    table = shifts_table(supposing(workshop, a=3.0), names(workshop))

    rows = {row["Moment"]: row for row in table.to_dict("records")}
    assert list(rows) == [row["Moment"] for row in table.to_dict("records")]
    assert rows["A"]["Needs work"] == "no more"
    assert rows["A"]["What to do today"] == "Fix"
    assert rows["A"]["What to do then"] == "Protect"
    assert rows["B"]["Place then"] == 1
    assert rows["B"]["Needs work"] == "still"


def test_whoever_only_moves_up_a_place_has_none():
    workshop = rooms()

    table = shifts_table(supposing(workshop, a=3.0), names(workshop))

    assert "F" not in set(table["Moment"])


def test_who_was_supposed_has_a_row_though_only_its_place_would_change():
    workshop = rooms()

    (row,) = shifts_table(supposing(workshop, f=-1.0), names(workshop)).to_dict(
        "records"
    )

    assert (row["Moment"], row["Place today"], row["Place then"]) == ("F", 6, 3)
    assert row["What to do today"] == row["What to do then"]
    assert row["Needs work"] == ""


def test_where_nothing_moves_there_is_no_row():
    workshop = rooms()

    assert shifts_table(supposing(workshop, a=-4.9), names(workshop)).empty


def test_the_best_choice_stands_first_with_what_would_be_said():
    workshop = rooms()

    table = choices_table(searched(workshop), names(workshop))

    assert table.iloc[0].to_dict() == {
        "Mend": "A, B",
        "Work": "10",
        "What would be said then": "Nothing hurts much here. Look at what to protect.",
    }
    assert table["Mend"].tolist()[1:] == ["A, F", "A", "B, F"]


def test_the_numbers_of_a_choice_are_those_of_the_journey_score():
    workshop = rooms()
    answer = searched(workshop)

    row = lifts_table(answer, names(workshop)).iloc[0]

    assert row["Journey score today"] == f"{100 * answer.before.score:.1f}"
    assert row["Then"] == f"{100 * answer.best.supposed.after.score:.1f}"
    assert row["Lift"] == f"+{100 * answer.best.lift:.1f}"


def test_a_lift_downwards_has_a_real_minus_sign():
    table = scores_table(supposing(rooms(), c=-4.0))

    assert table.iloc[0]["Lift"].startswith("−")


def test_without_any_choice_the_tables_are_empty():
    workshop = felt(a=[4.0])

    for table in (choices_table, lifts_table):
        assert table(searched(workshop), names(workshop)).empty
