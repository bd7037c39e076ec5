"""What is tight, what is loose, and what is kept of the promise."""

import pytest

from cxcore.checkup import Severity
from cxcore.model import BrandValue
from cxcore.words import finding_sentence
from tests.checkup.build import (
    Moment,
    adding,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    with_limits,
    workshop_of,
)

CALM = BrandValue(id="calm", name="Calm")


def scripted(*answers):
    """Draw one moment with people per answer, and one without."""
    return workshop_of(
        *(
            Moment(f"t{at}", channel="store", scripted=answer)
            for at, answer in enumerate(answers)
        ),
        Moment("site", channel="web"),
    )


def promising(room):
    brief = room.brief.model_copy(update={"promise": "You arrive rested."})
    return room.model_copy(update={"brief": brief})


class TestTightOnPeopleLooseOnPromise:  # CX29
    def test_fires_where_people_follow_scripts_and_nobody_says_what_for(self):
        result = looked_at(scripted("yes", "no"), "CX29")

        assert is_found(result)
        assert result.where == ("t0",)
        assert result.numbers == {"scripted": 1, "of": 2, "share": 0.5}

    def test_fires_whatever_the_unknown_ones_are(self):
        assert is_found(looked_at(scripted("yes", "yes", "unknown"), "CX29"))

    @pytest.mark.parametrize(
        "room", [promising(scripted("yes")), adding(scripted("yes"), CALM)]
    )
    def test_passes_where_it_is_said_what_for(self, room):
        assert has_passed(looked_at(room, "CX29"))

    def test_passes_where_people_decide(self):
        assert has_passed(looked_at(scripted("no", "no", "yes"), "CX29"))

    @pytest.mark.parametrize("answers", [(), ("unknown",), ("yes", "no", "unknown")])
    def test_is_open_while_it_is_not_said_of_enough(self, answers):
        assert is_open(looked_at(scripted(*answers), "CX29"))

    def test_its_threshold_is_a_setting(self):
        room = with_limits(scripted("yes", "no"), scripted_share=0.6)

        assert has_passed(looked_at(room, "CX29"))


def felt_at(**feelings):
    """Draw moments by name: (valence, brand values)."""
    return workshop_of(
        *(
            Moment(
                name,
                [] if feeling is None else felt(feeling),
                brand_value_ids=values,
            )
            for name, (feeling, values) in feelings.items()
        )
    )


class TestPromiseNotKeptWhereItCounts:  # CX30
    def test_fires_where_a_critical_moment_stands_for_nothing(self):
        room = adding(felt_at(queue=(-4, ()), pay=(3, ())), CALM)

        result = looked_at(room, "CX30")

        assert is_found(result)
        assert result.where == ("queue",)
        assert result.numbers == {"of": 1, "without": 1}

    def test_fires_where_what_a_critical_moment_stands_for_is_not_kept(self):
        room = adding(felt_at(queue=(-4, ("calm",)), pay=(-1, ("calm",))), CALM)

        result = looked_at(room, "CX30")

        assert is_found(result)
        assert result.where == ("queue",)  # paying is not where it counts
        assert result.numbers == {"of": 1, "broken": 1}

    def test_says_both_where_it_is_both(self):
        feelings = {f"t{at}": (3, ()) for at in range(6)}
        room = felt_at(queue=(-4, ("calm",)), pay=(-4, ()), **feelings)

        result = looked_at(adding(room, CALM), "CX30")

        assert result.where == ("queue", "pay")
        assert finding_sentence(result, {}) == (
            "Of 2 moments that need work first, 1 breaks what we promise there, and 1 "
            "stands for none of our values."
        )

    def test_passes_where_nothing_is_critical(self):
        room = adding(felt_at(queue=(0, ("calm",)), pay=(4, ())), CALM)

        assert has_passed(looked_at(room, "CX30"))

    def test_passes_where_it_is_kept(self):
        room = adding(felt_at(pay=(-1, ("calm",))), CALM)

        result = looked_at(with_limits(room, promise_kept_from=0.4), "CX30")

        assert has_passed(result)
        assert result.numbers == {"of": 1}

    def test_a_value_that_was_taken_away_is_none(self):
        gone = BrandValue(id="gone", name="Gone", removed=True)
        room = adding(felt_at(queue=(-4, ("gone",)), pay=(4, ())), CALM, gone)

        assert looked_at(room, "CX30").numbers == {"of": 1, "without": 1}

    @pytest.mark.parametrize(
        "room",
        [
            felt_at(queue=(-4, ())),
            adding(felt_at(queue=(None, ("calm",))), CALM),
            adding(felt_at(pay=(4, ()), queue=(None, ()), leave=(None, ())), CALM),
            adding(felt_at(), CALM),
        ],
        ids=["no values", "unrated", "mostly unrated", "no map"],
    )
    def test_is_open_without_values_or_ratings(self, room):
        assert is_open(looked_at(room, "CX30"))


def turning(*answers, feeling=1):
    """Draw moments that matter, with whether she can change her mind."""
    return workshop_of(
        *(
            Moment(f"t{at}", felt(feeling), can_change=answer)
            for at, answer in enumerate(answers)
        ),
        Moment("small", felt(1, importance=1.0)),
    )


class TestPointOfNoReturn:  # CX37
    def test_fires_where_she_cannot_change_her_mind(self):
        result = looked_at(turning("no", "yes"), "CX37")

        assert is_found(result)
        assert result.where == ("t0",)
        assert result.severity is Severity.MEDIUM

    def test_weighs_more_where_work_is_needed_first(self):
        result = looked_at(turning("no", feeling=-4), "CX37")

        assert result.severity is Severity.HIGH

    def test_passes_where_she_can_wherever_it_matters(self):
        assert has_passed(looked_at(turning("yes", "yes"), "CX37"))

    @pytest.mark.parametrize(
        "room",
        [
            turning("yes", "unknown"),
            turning(),
            workshop_of(Moment("a", can_change="no")),
            workshop_of(),
        ],
        ids=["not said", "nothing matters", "nobody said what matters", "no map"],
    )
    def test_is_open_while_it_is_not_known_of_all_that_matters(self, room):
        assert is_open(looked_at(room, "CX37"))
