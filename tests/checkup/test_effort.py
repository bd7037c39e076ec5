"""Where the work goes: effort, finesse, emotion, and people."""

import pytest

from cxcore.model import OpportunityKind, OpportunityStatus
from cxcore.words import finding_sentence
from tests.checkup.build import (
    Moment,
    adding,
    change,
    felt,
    has_passed,
    is_found,
    is_open,
    looked_at,
    process,
    said,
    with_limits,
    workshop_of,
)

FEELINGS = {"a": -4, "b": -2, "c": 1, "d": 4}


def invested(*amounts):
    """Draw four moments, the worst first, with what goes into each."""
    return workshop_of(
        *(
            Moment(name, felt(feeling), investment=amount)
            for (name, feeling), amount in zip(FEELINGS.items(), amounts, strict=True)
        )
    )


SURE = {"a": 0.9, "b": 0.5, "c": 0.1, "d": 0.0}


class TestEffortInTheWrongPlace:  # CX24
    def test_fires_where_most_goes_to_what_is_fine(self):
        result = looked_at(invested(1.0, 2.0, 5.0, 9.0), "CX24", SURE)

        assert is_found(result)
        assert result.where == ("c", "d")
        assert result.numbers["share"] == pytest.approx(3 / 17)
        assert result.numbers["follows"] < 0

    def test_fires_where_too_little_goes_to_what_is_on_top(self):
        few = {name: 0.4 if name == "a" else 0.1 for name in FEELINGS}

        result = looked_at(invested(4.0, 3.0, 2.0, 1.0), "CX24", few)

        assert is_found(result)
        assert result.numbers == {
            "share": pytest.approx(0.4),
            "follows": pytest.approx(0.9487, abs=0.0001),
        }
        assert finding_sentence(result, {}) == (
            "Only 40% of what we put in goes where work is needed first."
        )

    def test_half_of_it_on_top_is_enough(self):
        few = {name: 0.33 if name == "a" else 0.1 for name in FEELINGS}

        assert has_passed(looked_at(invested(5.0, 3.0, 1.0, 1.0), "CX24", few))

    def test_says_only_what_made_it_fire(self):
        every = dict.fromkeys(FEELINGS, 0.5)

        result = looked_at(invested(1.0, 2.0, 5.0, 9.0), "CX24", every)

        assert is_found(result)
        assert list(result.numbers) == ["follows"]
        assert finding_sentence(result, {}) == (
            "What we put in does not follow where work is needed."
        )

    def test_following_a_little_passes_and_going_against_a_little_fires(self):
        with_it = looked_at(invested(3.0, 2.0, 4.0, 1.0), "CX24", SURE)
        against = looked_at(invested(2.0, 3.0, 4.0, 1.0), "CX24", SURE)

        assert has_passed(with_it)
        assert is_found(against)
        assert with_it.numbers["follows"] == -against.numbers["follows"]

    def test_passes_where_it_follows_the_pain(self):
        assert has_passed(looked_at(invested(9.0, 5.0, 2.0, 1.0), "CX24", SURE))

    def test_three_moments_make_no_order_but_they_have_a_share(self):
        room = invested(9.0, 1.0, 1.0, None)

        result = looked_at(with_limits(room, spending_known=0.7), "CX24", SURE)

        assert has_passed(result)
        assert "follows" not in result.numbers

    def test_is_open_where_nobody_said_what_goes_in(self):
        result = looked_at(invested(None, None, None, None), "CX24", SURE)

        assert is_open(result)
        assert result.missing == "investment is not asked yet"

    @pytest.mark.parametrize("top", [None, {"a": 0.9}])
    def test_is_open_where_nobody_asked_how_sure_the_ranking_is(self, top):
        result = looked_at(invested(9.0, 5.0, 2.0, 1.0), "CX24", top)

        assert is_open(result)
        assert result.missing == "how sure the ranking is, is not asked yet"

    def test_fires_against_the_pain_however_sure_the_ranking_is(self):
        result = looked_at(invested(1.0, 2.0, 5.0, 9.0), "CX24")

        assert is_found(result)
        assert result.where == ("c", "d")
        assert result.numbers == {"follows": pytest.approx(-0.9487, abs=0.0001)}

    @pytest.mark.parametrize(
        "amounts",
        [(1.0, None, None, None), (0.0, 0.0, 0.0, 0.0)],
        ids=["one", "nothing"],
    )
    def test_is_open_where_too_little_is_known_of_it(self, amounts):
        assert is_open(looked_at(invested(*amounts), "CX24", SURE))

    def test_is_open_where_nothing_is_rated(self):
        room = workshop_of(Moment("a", investment=3.0))

        assert is_open(looked_at(room, "CX24", SURE))


def served(performance, customers=3, importance=2.0):
    """One moment of little weight, with what three customers expect and get."""
    ratings = said(
        valence=[3.0] * customers,
        importance=[importance] * customers,
        expectation=[4.0] * customers,
        performance=[performance] * customers,
    )
    return workshop_of(Moment("tea", ratings), viewpoints=["customer"] * customers)


PLANNED = change("silver", "tea", status=OpportunityStatus.PLANNED)


class TestFinesseNobodyNeeds:  # CX25
    def test_fires_where_more_is_planned_of_what_is_too_much_already(self):
        result = looked_at(adding(served(9.0), PLANNED), "CX25")

        assert is_found(result)
        assert result.where == ("tea",)

    def test_what_is_being_done_counts_as_what_is_planned(self):
        doing = change("silver", "tea", status=OpportunityStatus.DOING)

        assert is_found(looked_at(adding(served(9.0), doing), "CX25"))

    def test_passes_where_what_is_planned_is_needed(self):
        assert has_passed(looked_at(adding(served(4.0), PLANNED), "CX25"))

    def test_an_idea_is_no_plan(self):
        assert has_passed(
            looked_at(adding(served(9.0), change("silver", "tea")), "CX25")
        )

    def test_is_open_without_ideas(self):
        assert is_open(looked_at(served(9.0), "CX25"))

    def test_is_open_where_it_only_seems_so_to_ourselves(self):
        assert is_open(looked_at(adding(served(9.0, customers=1), PLANNED), "CX25"))

    def test_is_open_where_nobody_said_what_she_expects(self):
        room = adding(workshop_of(Moment("tea", felt(3, 3))), PLANNED)

        assert is_open(looked_at(room, "CX25"))
        assert is_open(looked_at(adding(workshop_of(Moment("tea")), PLANNED), "CX25"))


def worked(**parts):
    """One moment rated by two people, with these parts beside the feeling."""
    listed = {part: [value, value] for part, value in parts.items()}
    return workshop_of(Moment("form", said(valence=[-1.0, 0.0], **listed)))


CANDY = change("candy", "form", opportunity_kind=OpportunityKind.DELIGHT)
CUT = change("cut", "form", opportunity_kind=OpportunityKind.REDUCE_EFFORT)
HARD = {"effort": 6.0, "expectation": 8.0, "performance": 8.0}
SHORT = {"effort": 1.0, "expectation": 8.0, "performance": 4.0}
FINE = {"effort": 2.0, "expectation": 6.0, "performance": 6.0}


class TestEmotionBeforeFunction:  # CX26
    @pytest.mark.parametrize("parts", [HARD, SHORT], ids=["hard", "short"])
    def test_fires_where_delight_is_all_that_is_planned_for_what_fails(self, parts):
        result = looked_at(adding(worked(**parts), CANDY), "CX26")

        assert is_found(result)
        assert result.where == ("form",)

    def test_passes_where_it_is_made_to_work_too(self):
        assert has_passed(looked_at(adding(worked(**HARD), CANDY, CUT), "CX26"))

    def test_is_open_where_an_idea_beside_does_not_say_what_it_does(self):
        room = adding(worked(**HARD), CANDY, change("something", "form"))

        assert is_open(looked_at(room, "CX26"))

    def test_passes_where_it_works(self):
        assert has_passed(looked_at(adding(worked(**FINE), CANDY), "CX26"))

    @pytest.mark.parametrize(
        "room",
        [
            worked(**HARD),
            adding(worked(), CANDY),
            adding(worked(effort=2.0), CANDY),
            adding(worked(**HARD), change("something", "form")),
            adding(workshop_of(), CANDY),
        ],
        ids=["no ideas", "no effort", "no expectation", "no kind", "no map"],
    )
    def test_is_open_where_the_data_are_missing(self, room):
        assert is_open(looked_at(room, "CX26"))

    def test_its_thresholds_are_settings(self):
        hard, short = adding(worked(**HARD), CANDY), adding(worked(**SHORT), CANDY)

        assert has_passed(looked_at(with_limits(hard, effort_from=0.9), "CX26"))
        assert has_passed(looked_at(with_limits(short, gap_from=0.5), "CX26"))


def made_of(*dimensions):
    return workshop_of(
        *(Moment(f"t{at}", dimension=what) for at, what in enumerate(dimensions))
    )


PEOPLE = made_of("social", "social", "physical", "technological")


class TestSocialJourneyUntrainedPeople:  # CX28
    def test_fires_where_people_make_it_and_nothing_is_done_for_them(self):
        result = looked_at(adding(PEOPLE, CUT), "CX28")

        assert is_found(result)
        assert result.where == ("t0", "t1")
        assert result.numbers == {"touchpoints": 2, "of": 4, "share": 0.5}

    @pytest.mark.parametrize("kind", ["training", "staffing", "environment"])
    def test_passes_where_an_idea_helps_them(self, kind):
        helping = change("help", opportunity_kind=kind)

        assert has_passed(looked_at(adding(PEOPLE, CUT, helping), "CX28"))

    def test_passes_where_a_process_of_theirs_is_trained(self):
        room = adding(PEOPLE, CUT, process("greet", "t0", training="How to greet"))

        assert has_passed(looked_at(room, "CX28"))

    def test_passes_where_people_are_a_small_part(self):
        room = made_of("social", "physical", "physical", "technological")

        assert has_passed(looked_at(room, "CX28"))

    @pytest.mark.parametrize(
        "room",
        [
            PEOPLE,
            adding(PEOPLE, change("something")),
            made_of(None, None),
            made_of(),
            adding(made_of("social", None, None, "physical"), CUT),
        ],
        ids=["no ideas", "no kind", "nothing said", "no map", "half said"],
    )
    def test_is_open_where_the_data_are_missing(self, room):
        assert is_open(looked_at(room, "CX28"))

    def test_its_threshold_is_a_setting(self):
        room = with_limits(adding(PEOPLE, CUT), social_share=0.6)

        assert has_passed(looked_at(room, "CX28"))
