"""What the map rests on: guesses, insiders' views, or customers."""

import pytest

from cxcore.checkup import Severity
from cxcore.model import Rating, Standpoint
from cxcore.words import finding_sentence
from tests.checkup.build import (
    Moment,
    adding,
    evidence,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    person,
    with_limits,
    workshop_of,
)

EMPTY = workshop_of()


class TestBuiltOnAssumptions:  # CX10
    def test_fires_where_most_of_the_journey_is_a_guess(self):
        room = workshop_of(
            Moment("desk", felt(1), confidence=["walk_through"]),
            Moment("call", felt(1)),
            Moment("site", felt(1)),
        )

        result = looked_at(room, "CX10")

        assert is_found(result)
        assert result.where == ("call", "site")
        assert result.numbers["unknown"] == pytest.approx((0.3 + 0.95 + 0.95) / 3)
        assert result.numbers["guessed"] == 2
        assert result.numbers["of"] == 3

    def test_fires_on_a_critical_moment_that_nobody_has_looked_into(self):
        known = [
            Moment(f"known{at}", felt(3), confidence=["walk_through", "interview"])
            for at in range(5)
        ]

        result = looked_at(workshop_of(*known, Moment("desk", felt(-5))), "CX10")

        assert is_found(result)
        assert result.where == ("desk",)
        assert result.numbers["critical"] == 1
        assert finding_sentence(result, {}) == (
            "1 of 6 moments rests on our guess, and 1 of these needs work first."
        )

    def test_fires_where_all_is_a_little_more_than_a_guess(self):
        known = [
            Moment(f"t{at}", felt(1), confidence=["staff_knowledge"]) for at in "ab"
        ]

        result = looked_at(workshop_of(*known), "CX10")

        assert is_found(result)
        assert result.where == ("journey",)
        assert finding_sentence(result, {}) == (
            "65% of what matters on this journey rests on our guess."
        )

    def test_importance_weighs_what_is_guessed(self):
        ratings = felt(1, importance=1), felt(1, importance=5)
        room = workshop_of(
            Moment("guess", ratings[0]),
            Moment("known", ratings[1], confidence=["survey"]),
        )

        result = looked_at(room, "CX10")

        assert has_passed(result)
        assert result.numbers["unknown"] == pytest.approx(0.5)

    def test_is_open_without_a_map(self):
        assert is_open(looked_at(EMPTY, "CX10"))

    def test_its_thresholds_are_settings(self):
        room = workshop_of(Moment("desk", felt(1)))

        lenient = with_limits(room, guessed_share=0.95)

        assert has_passed(looked_at(lenient, "CX10"))


class TestDashboardTellsAll:  # CX11
    room = workshop_of(Moment("desk"), Moment("call"))

    def test_fires_where_all_evidence_is_from_inside(self):
        inside = [
            evidence("clicks", "behavioural_data", "desk"),
            evidence("staff", "staff_knowledge", journey_ids=("journey",)),
        ]

        result = looked_at(adding(self.room, *inside), "CX11")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == {"evidence": 2, "customers": 0}

    def test_passes_with_one_voice_of_a_customer(self):
        items = [
            evidence("clicks", "behavioural_data", "desk"),
            evidence("talk", "interview", "call"),
        ]

        assert has_passed(looked_at(adding(self.room, *items), "CX11"))

    def test_is_open_without_any_evidence(self):
        assert is_open(looked_at(self.room, "CX11"))
        assert is_open(looked_at(EMPTY, "CX11"))


class TestNobodyWalkedIt:  # CX13
    room = workshop_of(Moment("desk"), Moment("call"))

    def test_fires_where_nobody_went_there(self):
        result = looked_at(adding(self.room, evidence("s", "survey", "desk")), "CX13")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == {"evidence": 1, "walked": 0}

    @pytest.mark.parametrize(
        "kind", ["walk_through", "observation", "mystery_shopping"]
    )
    def test_passes_once_somebody_did(self, kind):
        room = adding(self.room, evidence("walk", kind, "call"))

        assert has_passed(looked_at(room, "CX13"))

    def test_is_open_without_a_map(self):
        assert is_open(looked_at(EMPTY, "CX13"))


class TestOwnLensGap:  # CX14
    def room(self, ours, theirs, name="desk"):
        """Two insiders and two customers, each side of one mind."""
        moment = Moment(name, felt(ours, ours, theirs, theirs))
        stand = ["front_line", "management", "customer", "customer"]
        return workshop_of(moment, Moment("site", felt(3, 3, 3, 3)), viewpoints=stand)

    def test_fires_where_it_feels_better_to_insiders(self):
        result = looked_at(self.room(3, 1), "CX14")

        assert is_found(result)
        assert result.where == ("desk",)
        assert result.numbers == {"touchpoints": 1, "of": 2, "gap": 2}
        assert result.severity is Severity.MEDIUM

    def test_weighs_more_at_a_critical_moment(self):
        assert looked_at(self.room(0, -5), "CX14").severity is Severity.HIGH

    def test_passes_where_both_feel_nearly_the_same(self):
        result = looked_at(self.room(2.9, 1), "CX14")

        assert has_passed(result)
        assert result.numbers["gap"] == pytest.approx(1.9)

    def test_passes_where_it_feels_better_to_customers(self):
        assert has_passed(looked_at(self.room(1, 4), "CX14"))

    def test_is_open_where_no_customer_has_rated(self):
        assert is_open(looked_at(workshop_of(Moment("desk", felt(3, 1))), "CX14"))

    def test_a_survey_speaks_for_customers_who_are_not_there(self):
        survey = evidence("poll", "survey", "desk", survey={"desk": (-2, None, 0)})

        room = adding(workshop_of(Moment("desk", felt(3, 1))), survey)

        assert looked_at(room, "CX14").numbers["gap"] == 3

    def test_a_lone_customer_who_has_not_agreed_is_not_told(self):
        room = workshop_of(
            Moment("desk", felt(3, -3)), viewpoints=["front_line", "customer"]
        )

        assert is_open(looked_at(room, "CX14"))

    def test_nor_can_they_be_reckoned_out_beside_a_survey(self):
        survey = evidence("poll", "survey", "desk", survey={"desk": (-2, 0)})
        room = workshop_of(
            Moment("desk", felt(3, -3)), viewpoints=["front_line", "customer"]
        )

        result = looked_at(adding(room, survey), "CX14")

        assert result.numbers["gap"] == 1  # the whole room, 0, beside the survey, -1

    def test_what_customers_told_others_is_not_their_own_voice(self):
        told = {Standpoint.CUSTOMERS_TOLD: Rating(valence=-4.0)}
        room = adding(workshop_of(Moment("desk", felt(3))), person("eva", "customer"))
        ratings = {"desk": {**room.ratings["desk"], "eva": told}}

        room = room.model_copy(update={"ratings": ratings})

        assert is_open(looked_at(room, "CX14"))
