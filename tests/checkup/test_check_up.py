"""The check-up as a whole: what is accepted, what is asked now, what is worn."""

from itertools import pairwise

import pytest

from cxcore.checkup import (
    BEFORE_NEXT,
    CATALOGUE,
    THRESHOLDS,
    Badge,
    CheckResult,
    CheckUp,
    Essay,
    Severity,
    Status,
    check,
)
from cxcore.model import AcceptedFinding, JourneyKind, Workshop
from tests.checkup.build import (
    TODAY,
    Moment,
    adding,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    need,
    persona,
    process,
    with_limits,
    workshop_of,
)
from tests.document.rich import rich_envelope


def accepting(check_id, *subject_ids, reason="We know."):
    return AcceptedFinding(
        id=f"{check_id}-{'-'.join(subject_ids)}",
        check=check_id,
        subject_ids=subject_ids,
        reason=reason,
    )


def bare(*names):
    """Moments that matter, of which only the till has a process behind it."""
    workshop = workshop_of(*(Moment(name, felt(1)) for name in ("till", *names)))
    return adding(workshop, process("cash", "till"))


class TestCatalogue:
    def test_has_all_37_checks_in_order(self):
        numbers = [f"CX{number:02d}" for number in range(1, 38)]

        assert [one.id for one in CATALOGUE] == numbers

    def test_a_name_of_a_threshold_belongs_to_one_check(self):
        assert len(THRESHOLDS) == sum(len(one.thresholds) for one in CATALOGUE)

    def test_every_question_is_one(self):
        assert [one.id for one in CATALOGUE if not one.question.endswith("?")] == []

    def test_what_the_settings_name_and_no_check_has_is_passed_over(self):
        room = with_limits(bare(), no_such_threshold=1.0)

        assert check(room, TODAY) == check(bare(), TODAY)


class TestNothingToSee:
    def test_an_empty_workshop_passes_nothing_for_want_of_data(self):
        checks = check(Workshop(id="w"), TODAY).checks

        assert [one.id for one in checks if one.status is Status.PASSED] == []

    def test_whoever_is_not_assessed_says_what_is_missing(self):
        checks = check(Workshop(id="w"), TODAY).checks

        open_ones = [one for one in checks if one.status is Status.NOT_ASSESSED]
        assert [one.id for one in open_ones if not one.missing] == []
        assert [one.id for one in open_ones if one.where or one.numbers] == []

    def test_a_wanted_journey_is_not_checked_as_one_of_today(self):
        room = bare("desk")
        wanted = room.journeys["journey"].model_copy(
            update={"journey_kind": JourneyKind.PLANNED}
        )

        room = adding(room, wanted)

        assert is_open(looked_at(room, "CX13"))

    def test_removed_moments_are_not_checked(self):
        room = bare("desk")
        gone = room.touchpoints["desk"].model_copy(update={"removed": True})

        assert has_passed(looked_at(adding(room, gone), "CX06"))

    def test_a_workshop_with_everything_in_it_can_be_checked(self):
        workshop = rich_envelope().workshop

        assert (
            len(check(workshop, TODAY, dict.fromkeys(workshop.touchpoints, 0.5)).checks)
            == 37
        )


class TestAccepted:
    def test_a_finding_that_the_team_accepts_keeps_place_numbers_and_reason(self):
        found = looked_at(bare("desk"), "CX06")

        accepted = looked_at(
            adding(bare("desk"), accepting("CX06", "desk", reason="Next year.")), "CX06"
        )

        assert accepted.status is Status.ACCEPTED
        assert accepted.reason == "Next year."
        assert (accepted.where, accepted.numbers) == (found.where, found.numbers)

    def test_what_is_found_beyond_it_is_found_again(self):
        room = adding(bare("desk", "call"), accepting("CX06", "desk"))

        assert looked_at(room, "CX06").where == ("desk", "call")
        assert is_found(looked_at(room, "CX06"))

    def test_several_acceptances_add_up(self):
        room = adding(
            bare("desk", "call"),
            accepting("CX06", "desk", reason="Two."),
            accepting("CX06", "call", "gone", reason="One."),
        )

        assert looked_at(room, "CX06").reason == "One.\nTwo."

    def test_one_of_another_check_or_taken_back_accepts_nothing(self):
        taken_back = accepting("CX06", "desk").model_copy(update={"removed": True})
        room = adding(bare("desk"), accepting("CX07", "desk"), taken_back)

        assert is_found(looked_at(room, "CX06"))

    def test_one_without_places_accepts_only_a_finding_without_places(self):
        assert is_found(looked_at(adding(bare("desk"), accepting("CX06")), "CX06"))
        room = adding(bare(), persona("marta"), need("seat"), accepting("CX03"))
        assert is_found(looked_at(room, "CX03"))

    def test_what_is_not_found_is_not_accepted(self):
        room = adding(bare(), accepting("CX06", "till"))

        assert has_passed(looked_at(room, "CX06"))


def result(check_id, severity, share, *essays, status=Status.FOUND):
    return CheckResult(
        id=check_id,
        name=check_id,
        status=status,
        severity=severity,
        question="?",
        essays=essays,
        share=share,
    )


A, B, C, D, E = Essay


class TestThreeQuestionsNow:
    def now(self, *results):
        return [one.id for one in CheckUp(results).now()]

    def test_severity_times_share_decides(self):
        assert self.now(
            result("CX03", Severity.LOW, 1.0, A),
            result("CX06", Severity.HIGH, 0.5, B),
            result("CX07", Severity.MEDIUM, 0.6, C),
            result("CX09", Severity.HIGH, 0.1, D),
        ) == ["CX06", "CX07", "CX03"]

    def test_no_two_come_from_one_essay(self):
        assert self.now(
            result("CX01", Severity.HIGH, 1.0, A, B),
            result("CX02", Severity.HIGH, 0.9, B),
            result("CX03", Severity.LOW, 0.1, C),
        ) == ["CX01", "CX03"]

    def test_equally_urgent_ones_keep_their_order(self):
        same = [result(f"CX0{n}", Severity.HIGH, 1.0, A) for n in (1, 2)]

        assert self.now(*same) == ["CX01"]

    def test_what_is_certain_in_a_first_workshop_waits_for_the_next(self):
        certain = [result(name, Severity.HIGH, 1.0, A) for name in BEFORE_NEXT]
        check_up = CheckUp((*certain, result("CX37", Severity.LOW, 0.1, A)))

        assert [one.id for one in check_up.now()] == ["CX37"]
        assert tuple(one.id for one in check_up.before_next()) == BEFORE_NEXT

    def test_what_is_found_in_most_first_drafts_stays_folded(self):
        often = [result(f"CX{n}", Severity.HIGH, 1.0, A) for n in (19, 27, 36)]
        check_up = CheckUp((*often, result("CX37", Severity.LOW, 0.1, A)))

        assert [one.id for one in check_up.now()] == ["CX37"]
        assert [one.id for one in check_up.folded()] == ["CX19", "CX27", "CX36"]

    def test_the_rest_is_folded_and_nothing_is_lost(self):
        results = [result(f"CX0{n}", Severity.HIGH, n / 10, A) for n in range(1, 5)]
        check_up = CheckUp(tuple(results))

        assert [one.id for one in check_up.folded()] == ["CX03", "CX02", "CX01"]

    def test_accepted_ones_are_not_asked(self):
        assert (
            self.now(result("CX01", Severity.HIGH, 1, A, status=Status.ACCEPTED)) == []
        )


class TestShareOfTheJourney:
    def test_it_is_the_weight_of_the_moments_named(self):
        room = workshop_of(
            Moment("till", felt(1)),
            Moment("desk", felt(1, importance=5.0)),
            Moment("bench", felt(1, importance=2.0)),
        )

        found = looked_at(adding(room, process("cash", "till")), "CX06")

        assert found.where == ("desk",)
        assert found.share == pytest.approx(4 / (3 + 4 + 1))

    def test_where_nothing_matters_all_moments_weigh_the_same(self):
        light = felt(1, importance=1.0)
        room = workshop_of(
            *(Moment(name, light, confidence=["walk_through"]) for name in "abc"),
            Moment("d", light),
        )

        found = looked_at(with_limits(room, guessed_share=0.4), "CX10")

        assert found.where == ("d",)
        assert found.share == 0.25

    def test_a_moment_that_nobody_cares_about_is_no_part_of_it(self):
        room = workshop_of(
            Moment("batch", felt(1, importance=1.0)), Moment("pay", felt(1))
        )

        found = looked_at(room, "CX36")

        assert found.where == ("batch",)
        assert found.share == 0

    def test_what_is_about_no_moment_concerns_all(self):
        room = adding(bare(), persona("marta"), need("seat"))

        assert looked_at(room, "CX03").share == 1
        assert looked_at(room, "CX13").share == 1
        assert looked_at(room, "CX06").share == 0


class TestBadges:
    def test_a_moment_wears_what_was_found_there(self):
        room = workshop_of(
            Moment("till", felt(1, 1), owner="Desk", confidence=["survey"]),
            Moment("desk", felt(4, -4), owner="Desk"),
            Moment("call", felt(1, 1), confidence=["survey"]),
        )
        badges = check(adding(room, process("cash", "till", "call")), TODAY).badges

        assert badges("till") == ()
        assert badges("desk") == (
            Badge.ASSUMPTION,
            Badge.DISPUTED,
            Badge.NO_PROCESS,
        )
        assert badges("call") == (Badge.NOBODY_OWNS,)
        assert badges("nowhere") == ()

    def test_an_accepted_finding_leaves_no_badge(self):
        room = adding(bare("desk"), accepting("CX06", "desk"))

        assert Badge.NO_PROCESS not in check(room, TODAY).badges("desk")


def test_findings_come_with_the_most_urgent_first():
    urgencies = [one.urgency for one in check(bare("desk"), TODAY).ended(Status.FOUND)]

    assert len(urgencies) > 1
    assert all(one >= other for one, other in pairwise(urgencies))


def test_a_check_is_found_by_its_number():
    check_up = check(bare(), TODAY)

    assert check_up.of("CX06").name == "Front stage without back stage"
    with pytest.raises(KeyError):
        check_up.of("CX99")
