"""What stands behind a moment: processes, their state, our say."""

import pytest

from cxcore.checkup import Severity
from tests.checkup.build import (
    Moment,
    adding,
    change,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    person,
    process,
    workshop_of,
)

LIGHT = {"importance": 1.0}


def desk_and_call(*things, desk=1.0, call=1.0, **fields):
    """Two moments that matter, and one that does not."""
    workshop = workshop_of(
        Moment("desk", felt(desk), **fields),
        Moment("call", felt(call)),
        Moment("bench", felt(1, **LIGHT)),
    )
    return adding(workshop, *things)


class TestFrontStageWithoutBackStage:  # CX06
    def test_fires_at_moments_that_matter(self):
        room = desk_and_call(
            process("till", "desk"), process("greet", "call", lane="front_stage")
        )

        result = looked_at(room, "CX06")

        assert is_found(result)
        assert result.where == ("call",)
        assert result.numbers == {"touchpoints": 1, "of": 2, "critical": 0}
        assert result.severity is Severity.MEDIUM

    def test_weighs_more_where_the_moment_is_critical(self):
        room = desk_and_call(process("till", "desk"), call=-5)

        result = looked_at(room, "CX06")

        assert result.severity is Severity.HIGH
        assert result.numbers["critical"] == 1

    def test_a_process_that_is_missing_stands_behind_nothing(self):
        room = desk_and_call(process("till", "desk", "call", status="missing"))

        assert looked_at(room, "CX06").where == ("desk", "call")

    @pytest.mark.parametrize("lane", ["back_stage", "support"])
    def test_passes_where_something_happens_out_of_sight(self, lane):
        room = desk_and_call(process("till", "desk", "call", lane=lane))

        assert has_passed(looked_at(room, "CX06"))

    def test_is_open_without_processes_or_importance(self):
        unrated = workshop_of(Moment("desk"))

        assert is_open(looked_at(desk_and_call(), "CX06"))
        assert is_open(looked_at(adding(unrated, process("till", "desk")), "CX06"))


class TestDesignStopsAtTheFrontLine:  # CX07
    def test_fires_where_most_moments_have_no_process(self):
        result = looked_at(desk_and_call(process("till", "desk")), "CX07")

        assert is_found(result)
        assert result.where == ("call", "bench")
        assert result.numbers == {
            "without": 2,
            "of": 3,
            "share": pytest.approx(1 / 3),
        }

    @pytest.mark.parametrize(
        "fields", [{"lane": "front_stage"}, {"owner": " counter "}]
    )
    def test_fires_where_all_processes_are_the_front_lines(self, fields):
        room = desk_and_call(
            person("ana", "front_line", "Counter"),
            process("till", "desk", "call", **fields),
        )

        result = looked_at(room, "CX07")

        assert is_found(result)
        assert result.where == ("till",)
        assert result.numbers == {"processes": 1}

    def test_passes_with_processes_of_others_at_most_moments(self):
        room = desk_and_call(process("till", "desk", "call", owner="Finance"))

        assert has_passed(looked_at(room, "CX07"))

    def test_is_open_without_processes_or_moments(self):
        assert is_open(looked_at(desk_and_call(), "CX07"))
        assert is_open(looked_at(adding(workshop_of(), process("till")), "CX07"))


class TestProcessExistsSoItMustBeGood:  # CX08
    def test_fires_where_it_feels_bad_all_the_same(self):
        room = desk_and_call(process("till", "desk", "call"), desk=-1)

        result = looked_at(room, "CX08")

        assert is_found(result)
        assert result.where == ("desk",)
        assert result.numbers == {
            "touchpoints": 1,
            "of": 2,
            "lowest": pytest.approx(0.4),
        }

    def test_a_little_worse_than_so_so_is_bad(self):
        room = desk_and_call(process("till", "desk", "call"), desk=-0.1)

        assert looked_at(room, "CX08").where == ("desk",)

    def test_passes_where_it_feels_so_so_or_better(self):
        room = desk_and_call(process("till", "desk", "call"), desk=0)

        assert has_passed(looked_at(room, "CX08"))

    @pytest.mark.parametrize("status", ["works", "planned", "missing"])
    def test_is_open_where_no_process_merely_exists(self, status):
        room = desk_and_call(process("till", "desk", status=status), desk=-1)

        assert is_open(looked_at(room, "CX08"))

    def test_is_open_without_processes(self):
        assert is_open(looked_at(desk_and_call(), "CX08"))


class TestMomentOfTruthWithoutImpact:  # CX09
    @pytest.mark.parametrize(
        ("fields", "linked", "lacking"),
        [
            ({"control": 0.2}, "desk", "little_say"),
            ({"control": 0.9}, "call", "no_process"),
            ({"control": 0.9, "ownership": "customer"}, "desk", "left_to_others"),
            ({"ownership": "social"}, "desk", "left_to_others"),
        ],
    )
    def test_fires_for_each_way_of_having_no_say(self, fields, linked, lacking):
        room = desk_and_call(process("till", linked), moment_of_truth=True, **fields)

        result = looked_at(room, "CX09")

        assert is_found(result)
        assert result.where == ("desk",)
        assert result.severity is Severity.HIGH
        assert {name for name, count in result.numbers.items() if count} == {
            "touchpoints",
            "of",
            lacking,
        }

    def test_passes_where_we_have_a_say_and_a_process(self):
        room = desk_and_call(process("till", "desk"), moment_of_truth=True, control=0.3)

        assert has_passed(looked_at(room, "CX09"))

    def test_passes_at_others_moments_for_which_a_change_is_planned(self):
        fields = {"moment_of_truth": True, "ownership": "social"}

        room = desk_and_call(process("till", "desk"), change("ask", "desk"), **fields)

        assert has_passed(looked_at(room, "CX09"))

    def test_is_open_until_a_moment_is_marked_and_described(self):
        assert is_open(looked_at(desk_and_call(), "CX09"))
        assert is_open(looked_at(desk_and_call(moment_of_truth=True), "CX09"))
        assert is_open(
            looked_at(desk_and_call(moment_of_truth=True, control=0.9), "CX09")
        )
