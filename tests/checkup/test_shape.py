"""The shape of a map and of its numbers: highs, breaks, averages, importance."""

import pytest

from tests.checkup.build import (
    Moment,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    said,
    with_limits,
    workshop_of,
)


def moments(*valences):
    return [Moment(f"m{at}", felt(value)) for at, value in enumerate(valences)]


class TestNothingMemorable:  # CX04
    def test_fires_where_nothing_reaches_a_high(self):
        result = looked_at(workshop_of(*moments(2.9, -4)), "CX04")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == {"highest": 2.9}

    def test_passes_with_one_high(self):
        room = workshop_of(*moments(3.0), Moment("a"), Moment("b"))

        assert has_passed(looked_at(room, "CX04"))

    def test_is_open_while_most_is_unrated(self):
        assert is_open(looked_at(workshop_of(Moment("a")), "CX04"))
        room = workshop_of(*moments(1), Moment("a"), Moment("b"))
        assert is_open(looked_at(room, "CX04"))


def owned(*places):
    """A journey from pairs of stage and owner."""
    return workshop_of(
        *(
            Moment(f"m{at}", stage=stage, owner=owner)
            for at, (stage, owner) in enumerate(places)
        )
    )


class TestJourneyDrawnLikeTheOrgChart:  # CX05
    def test_fires_where_stages_are_departments(self):
        room = owned(("A", "Web"), ("A", "Web"), ("B", "Desk"), ("C", "Hall"))

        result = looked_at(room, "CX05")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == {"stages": 3, "departments": 3, "overlap": 1}

    def test_passes_where_a_department_changes_inside_a_stage(self):
        room = owned(("A", "Web"), ("A", "Desk"), ("B", "Desk"), ("C", "Hall"))

        result = looked_at(room, "CX05")

        assert has_passed(result)
        assert result.numbers["overlap"] == pytest.approx(1 / 3)

    def test_passes_where_one_department_goes_on_into_the_next_stages(self):
        room = owned(("A", "Web"), ("B", "Desk"), ("C", "Desk"), ("D", "Hall"))

        assert has_passed(looked_at(room, "CX05"))

    def test_four_of_five_borders_are_enough_and_three_of_four_are_not(self):
        owners = ("Web", "Desk", "Hall", "Web", "Desk", "Desk")
        stages = list(zip("ABCDEF", owners, strict=True))

        assert is_found(looked_at(owned(*stages), "CX05"))
        assert has_passed(looked_at(owned(*stages[1:]), "CX05"))

    def test_a_moment_of_nobody_is_no_border(self):
        room = owned(
            ("A", "Web"), ("A", ""), ("A", "Web"), ("B", "Desk"), ("C", "Hall")
        )

        assert is_found(looked_at(room, "CX05"))

    def test_passes_where_departments_are_borders_within_one_stage_too(self):
        room = owned(("A", "Web"), ("B", "Desk"), ("C", "Hall"), ("C", "Web"))

        assert has_passed(looked_at(with_limits(room, org_chart_overlap=0.5), "CX05"))

    def test_passes_with_two_stages(self):
        room = owned(("A", "Web"), ("B", "Desk"), ("B", "Hall"))

        assert has_passed(looked_at(with_limits(room, org_chart_overlap=0.5), "CX05"))

    def test_is_open_while_most_moments_are_nobodys(self):
        known = [("A", "Web"), ("B", "Desk"), ("C", "Hall")]

        room = owned(*known, *[("D", "")] * 4)

        assert looked_at(room, "CX05").missing == "too few moments have a department"

    def test_is_open_with_fewer_than_three_departments(self):
        assert is_open(looked_at(workshop_of(Moment("a")), "CX05"))
        assert is_open(looked_at(owned(("A", "Web"), ("B", "Desk"), ("C", "")), "CX05"))


def expected(name, expectation, performance):
    return Moment(
        name,
        said(
            valence=[1],
            importance=[4],
            expectation=[expectation],
            performance=[performance],
        ),
    )


class TestPerformanceWithoutExpectation:  # CX17
    def test_fires_where_one_half_of_the_comparison_is_missing(self):
        room = workshop_of(
            expected("a", 8, 6), expected("b", None, 6), expected("c", 8, None)
        )

        result = looked_at(room, "CX17")

        assert is_found(result)
        assert result.where == ("b", "c")
        assert result.numbers == {
            "touchpoints": 2,
            "of": 3,
            "share": pytest.approx(2 / 3),
        }

    def test_passes_where_nearly_all_have_both(self):
        room = workshop_of(
            *(expected(f"a{at}", 8, 6) for at in range(7)),
            *(expected(f"b{at}", None, 6) for at in range(3)),
        )

        assert has_passed(looked_at(room, "CX17"))

    def test_fires_where_only_what_she_gets_is_asked(self):
        room = workshop_of(expected("a", None, 6), expected("b", None, None))

        assert looked_at(room, "CX17").where == ("a", "b")

    def test_is_open_while_neither_is_asked_anywhere(self):
        assert is_open(looked_at(workshop_of(*moments(1, 2)), "CX17"))

    def test_is_open_until_somebody_says_what_matters(self):
        room = workshop_of(Moment("a", said(valence=[1], performance=[6])))

        assert is_open(looked_at(room, "CX17"))


class TestAverageTrap:  # CX18
    def test_fires_on_what_the_mean_hides_and_names_the_worst(self):
        result = looked_at(workshop_of(*moments(3, 2, -4, 1)), "CX18")

        assert is_found(result)
        assert result.where == ("m2",)
        assert result.numbers["mean"] == pytest.approx(0.55)
        assert result.numbers["hidden"] == pytest.approx(0.0744, abs=0.0001)
        assert result.numbers["share"] == pytest.approx(0.7364, abs=0.0001)

    def test_fires_on_a_fine_mean_over_one_bad_moment_that_matters(self):
        room = with_limits(workshop_of(*moments(5, 5, 5, -2)), hidden_from=1)

        result = looked_at(room, "CX18")

        assert is_found(result)
        assert result.where == ("m3",)
        assert result.numbers["low"] == 1

    def test_a_mean_is_fine_from_its_threshold_on(self):
        fine = with_limits(workshop_of(*moments(3, 3, -2, 0)), hidden_from=1)
        poor = with_limits(workshop_of(*moments(3, 2.9, -2, 0)), hidden_from=1)

        assert is_found(looked_at(fine, "CX18"))
        assert has_passed(looked_at(poor, "CX18"))

    def test_a_bad_moment_that_matters_little_is_not_hidden(self):
        light = Moment("light", felt(-2, importance=2.0))
        room = with_limits(workshop_of(*moments(5, 5, 5), light), hidden_from=1)

        assert has_passed(looked_at(room, "CX18"))

    def test_passes_where_all_feels_alike(self):
        result = looked_at(workshop_of(*moments(1, 1, 1.5)), "CX18")

        assert has_passed(result)
        assert result.numbers["low"] == 0

    def test_is_open_while_most_is_unrated(self):
        assert is_open(looked_at(workshop_of(Moment("a")), "CX18"))
        room = workshop_of(*moments(5, -4), *map(Moment, "abc"))
        assert is_open(looked_at(room, "CX18"))


def mattering(*by_moment):
    """A journey in which each moment has the importances of all people."""
    return workshop_of(
        *(
            Moment(f"m{at}", said(importance=values))
            for at, values in enumerate(by_moment)
        )
    )


class TestAllEquallyImportant:  # CX19
    def test_fires_where_the_room_makes_no_difference(self):
        result = looked_at(mattering([4, 3], [4, 4], [3, 4], [3, 4]), "CX19")

        assert is_found(result)
        assert result.where == ("m0", "m1", "m2", "m3")
        assert result.numbers == {"touchpoints": 4, "spread": 0.5}

    def test_fires_where_one_person_gave_one_value_throughout(self):
        result = looked_at(mattering([5, 3], [1, 3], [2, 3], [4, 3]), "CX19")

        assert is_found(result)
        assert result.numbers == {"touchpoints": 4, "voices": 1}

    def test_passes_on_a_difference_of_one_step(self):
        result = looked_at(mattering([4, 3], [3, 4], [4, 4], [2, 4]), "CX19")

        assert has_passed(result)
        assert result.numbers["voices"] == 0

    def test_dots_lie_on_the_same_four_steps(self):
        dotted = [Moment(f"m{at}", said(dot=[at == 0, at == 1])) for at in range(4)]

        result = looked_at(workshop_of(*dotted, mode="dots"), "CX19")

        assert has_passed(result)

    def test_how_many_pass_there_does_not_make_it_matter_less(self):
        steps = [
            Moment(f"m{at}", said(importance=[4, 5 - at % 2]), reach=1 / (1 + at))
            for at in range(4)
        ]

        assert looked_at(workshop_of(*steps), "CX19").numbers["spread"] == (
            pytest.approx(0.5)
        )

    def test_is_open_with_fewer_than_four_moments_that_were_asked(self):
        assert is_open(looked_at(mattering([3], [3], [3]), "CX19"))
        assert is_open(looked_at(workshop_of(*map(Moment, "abcd")), "CX19"))
