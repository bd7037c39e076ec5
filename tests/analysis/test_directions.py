"""The direction of a touchpoint, rule by rule (4.4 of the method)."""

import pytest

from cxcore.analysis import Direction
from cxcore.model import (
    Evidence,
    EvidenceType,
    Need,
    Opportunity,
    Persona,
    Viewpoint,
)
from tests.analysis.builders import Moment, of, said, with_things, workshop_of

BAD = {"valence": [-4], "importance": [5]}
GOOD = {"valence": [3], "importance": [5]}
SO_SO = {"valence": [1], "importance": [5]}


def direction(ratings, **fields):
    return of(workshop_of(Moment("a", said(**ratings), **fields)), "a").direction


# 0 two experiences


def test_two_camps_are_two_experiences_before_anything_else():
    split = {"valence": [-4, -4, 4, 4], "importance": [5] * 4}

    found = direction(split, moment_of_truth=True, control=0.0)

    assert found is Direction.TWO_EXPERIENCES


@pytest.mark.parametrize(
    "valences",
    [
        [-4, 4, 4, 4, 4],
        [-1.9, -1.9, 4, 4, 5],
        [-4, -4, 0, 1, 1.9],
    ],
)
def test_a_small_camp_or_a_mild_one_is_no_second_experience(valences):
    found = direction({"valence": valences, "importance": [5] * len(valences)})

    assert found is not Direction.TWO_EXPERIENCES


# 1 get a say


@pytest.mark.parametrize(
    "fields",
    [{"control": 0.29}, {"ownership": "customer"}, {"ownership": "social"}],
)
def test_a_bad_moment_of_truth_out_of_our_hands_needs_a_say(fields):
    assert direction(BAD, moment_of_truth=True, **fields) is Direction.BUILD_IMPACT


@pytest.mark.parametrize(
    "fields",
    [{}, {"control": 0.3}, {"ownership": "partner"}, {"ownership": "brand"}],
)
def test_control_that_is_not_said_is_not_little(fields):
    assert direction(BAD, moment_of_truth=True, **fields) is Direction.FIX


def test_only_a_moment_of_truth_needs_a_say():
    assert direction(BAD, control=0.0) is Direction.FIX


def test_only_a_severe_one_needs_a_say():
    assert direction(GOOD, moment_of_truth=True, control=0.0) is Direction.PROTECT


def test_a_linked_opportunity_is_a_say_where_customers_own_the_moment():
    moment = Moment("a", said(**BAD), moment_of_truth=True, ownership="customer")
    idea = Opportunity(id="o", name="Idea", touchpoint_ids=("a",))

    workshop = with_things(workshop_of(moment), idea)

    assert of(workshop, "a").direction is Direction.FIX


def test_a_linked_opportunity_is_no_control():
    moment = Moment("a", said(**BAD), moment_of_truth=True, control=0.1)
    idea = Opportunity(id="o", name="Idea", touchpoint_ids=("a",))

    workshop = with_things(workshop_of(moment), idea)

    assert of(workshop, "a").direction is Direction.BUILD_IMPACT


# 2 fix


@pytest.mark.parametrize(
    "ratings",
    [
        {"valence": [-3], "importance": [3]},
        {"valence": [0], "importance": [5], "expectation": [9], "performance": [1]},
        {"valence": [0], "importance": [5], "effort": [7]},
    ],
)
def test_an_important_and_severe_one_that_hurts_is_to_be_fixed(ratings):
    assert direction(ratings) is Direction.FIX


def test_a_must_be_that_people_like_is_not_to_be_fixed():
    liked = {"valence": [1], "importance": [5], "effort": [3]}

    assert of(workshop_of(Moment("a", said(**liked), kano="must_be")), "a").severity > (
        0.25
    )
    assert direction(liked, kano="must_be") is Direction.MONITOR


def test_effort_that_does_not_count_fixes_nothing():
    moment = Moment("a", said(valence=[1], importance=[5], effort=[7]), kano="must_be")
    rest = [Moment(f"t{at}", said(valence=[1])) for at in range(4)]

    assert of(workshop_of(moment), "a").direction is Direction.FIX
    assert of(workshop_of(moment, *rest), "a").direction is Direction.MONITOR


# 3 protect, 4 make it special


def test_an_important_good_one_is_to_be_protected():
    assert direction({"valence": [2], "importance": [3]}) is Direction.PROTECT
    assert direction(GOOD, kano="attractive") is Direction.PROTECT


def test_an_important_and_attractive_one_is_to_be_made_special():
    assert direction(SO_SO, kano="attractive") is Direction.AMPLIFY
    assert direction(SO_SO) is Direction.MONITOR


def test_a_latent_need_is_worth_making_it_special():
    need = Need(id="n", persona_id="p", text="Calm", latent=True, touchpoint_ids=("a",))
    workshop = workshop_of(Moment("a", said(**SO_SO)))
    workshop = workshop.model_copy(
        update={"personas": {"p": Persona(id="p", name="Her")}}
    )

    latent = with_things(workshop, need)
    stated = with_things(workshop, need.model_copy(update={"latent": False}))

    assert of(latent, "a").direction is Direction.AMPLIFY
    assert of(stated, "a").direction is Direction.MONITOR


def test_a_severe_one_is_not_to_be_made_special():
    need = Need(id="n", persona_id="p", text="Calm", latent=True, touchpoint_ids=("a",))
    ratings = said(valence=[1], importance=[5], effort=[3])
    workshop = with_things(workshop_of(Moment("a", ratings, kano="must_be")), need)
    workshop = workshop.model_copy(
        update={"personas": {"p": Persona(id="p", name="Her")}}
    )

    assert of(workshop, "a").severity > 0.25
    assert of(workshop, "a").direction is Direction.MONITOR


# 5 would anyone miss it


SURPLUS = {"valence": [1], "importance": [1], "expectation": [4], "performance": [6]}


def three_times(ratings):
    return {part: values * 3 for part, values in ratings.items()}


def surplus(seats, evidence=()):
    moment = Moment("a", said(**three_times(SURPLUS)), confidence=evidence)
    return of(workshop_of(moment, viewpoints=seats), "a")


def test_more_than_expected_from_three_customers_is_too_much():
    found = surplus([Viewpoint.CUSTOMER] * 3)

    assert found.direction is Direction.OVER_INVESTED
    assert not found.surplus_question


def test_more_than_expected_from_a_survey_is_too_much():
    assert surplus([], [EvidenceType.SURVEY]).direction is Direction.OVER_INVESTED


def test_without_customers_more_than_expected_is_only_a_question():
    found = surplus([Viewpoint.CUSTOMER, Viewpoint.CUSTOMER, Viewpoint.PARTNER])

    assert found.direction is Direction.MONITOR
    assert found.surplus_question


def test_customers_who_do_not_see_it_settle_the_question():
    moment = Moment(
        "a",
        said(
            valence=[1] * 9,
            importance=[1] * 9,
            expectation=[5, 5, 5] + [0] * 6,
            performance=[5, 5, 5] + [9] * 6,
        ),
    )

    found = of(workshop_of(moment, viewpoints=[Viewpoint.CUSTOMER] * 3), "a")

    assert found.surplus >= 2
    assert (found.direction, found.surplus_question) == (Direction.MONITOR, False)


def test_a_surplus_that_is_known_of_few_moments_only_says_nothing():
    known = Moment("a", said(**three_times(SURPLUS)), confidence=[EvidenceType.SURVEY])
    others = [Moment(name, said(valence=[1], importance=[1])) for name in "bcd"]
    workshop = workshop_of(known, *others, viewpoints=[Viewpoint.CUSTOMER] * 3)

    found = of(workshop, "a")

    assert found.surplus == 2
    assert (found.direction, found.surplus_question) == (Direction.MONITOR, False)


def test_what_matters_is_never_too_much():
    ratings = three_times(SURPLUS | {"importance": [3]})
    moment = Moment("a", said(**ratings))

    found = of(workshop_of(moment, viewpoints=[Viewpoint.CUSTOMER] * 3), "a")

    assert (found.direction, found.surplus_question) == (Direction.MONITOR, False)


# 6 leave for now, 7 keep an eye on it


def test_a_severe_one_that_matters_little_is_left_for_now():
    assert direction({"valence": [-5], "importance": [2]}) is Direction.LOW_PRIORITY


def test_all_else_is_kept_an_eye_on():
    assert direction({"valence": [-1], "importance": [2]}) is Direction.MONITOR


def test_what_is_not_rated_has_no_direction():
    assert of(workshop_of(Moment("a")), "a").direction is None


# Badges


def test_badges_stand_beside_any_direction():
    split = said(valence=[-5, 5], importance=[5, 5])
    survey = Evidence(
        id="e", evidence_type="survey", title="Survey", touchpoint_ids=("a",)
    )
    workshop = workshop_of(Moment("a", split))

    guess, known = of(workshop, "a"), of(with_things(workshop, survey), "a")

    assert (guess.assumption, guess.disputed) == (True, True)
    assert (known.assumption, known.disputed) == (False, True)
