"""Laws of the scores, on journeys at random (4.9 of the method)."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxcore.analysis import analyse, journey_score, signed_peak
from cxcore.analysis.scales import EFFORT, IMPORTANCE, TEN_POINTS, VALENCE, Scale
from cxcore.analysis.score import rolled_up, weights_of
from cxcore.model import Journey, Persona, Workshop
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    of,
    who,
    workshop_of,
)
from tests.analysis.rooms import (
    changed,
    laws,
    moment_lists,
    rated,
    settings_of_rooms,
    valences,
    viewpoint_lists,
    workshops,
)

NEAR = 1e-9
LOW_POINT_BONUS = 10.0

shares = st.integers(0, 100).map(lambda percent: percent / 100)
levels_and_weights = st.lists(
    st.tuples(shares, st.integers(1, 9).map(float)), min_size=1, max_size=7
).map(lambda pairs: tuple(np.array(column) for column in zip(*pairs, strict=True)))
norms = st.sampled_from([1.0, 1.5, 2.0, 3.0, 10.0])


def scores(journey):
    numbers = [journey.score, journey.mean, journey.remembered]
    for t in journey.touchpoints:
        numbers += [t.fix, t.protect, t.share, t.lift, *t.reasons.values()]
    return [-1.0 if number is None else number for number in numbers]


# Bounds and sums


@laws
@given(workshops())
def test_scores_stay_within_their_scales(workshop):
    journey = analysed(workshop)

    for touchpoint in journey.touchpoints:
        if touchpoint.rated:
            assert -NEAR <= touchpoint.fix <= 100 + NEAR
            assert -NEAR <= touchpoint.protect <= 100 + NEAR
            assert -NEAR <= touchpoint.lift <= 1
    if journey.rated:
        assert -NEAR <= journey.score <= journey.mean + NEAR <= 1 + 2 * NEAR
        assert -NEAR <= journey.remembered <= 1 + NEAR


@laws
@given(workshops())
def test_reasons_are_never_negative_and_sum_to_the_score(workshop):
    for touchpoint in analysed(workshop).touchpoints:
        if touchpoint.rated:
            assert min(touchpoint.reasons.values()) >= 0
            assert sum(touchpoint.reasons.values()) == pytest.approx(
                touchpoint.fix, abs=NEAR
            )


@laws
@given(workshops())
def test_what_nobody_rated_has_no_score_and_no_rank(workshop):
    journey = analysed(workshop)

    for touchpoint in journey.touchpoints:
        assert touchpoint.rated == (touchpoint.raters > 0)
        unknown = touchpoint.fix is None and touchpoint.rank is None
        assert unknown == (not touchpoint.rated)
    assert len(journey.ranking) == journey.rated


# Own monotonicity. Complete ratings keep the set of counted signals fixed.


def worse(rating, part, value):
    """Return the rating with one part moved so that it needs more work."""
    keep = min if part in ("valence", "performance") else max
    return {part: keep(rating[part], value)}


values_of_parts = st.one_of(
    st.tuples(st.just("valence"), valences),
    st.tuples(st.just("performance"), st.integers(0, 10).map(float)),
    st.tuples(st.just("importance"), st.integers(1, 5).map(float)),
    st.tuples(st.just("expectation"), st.integers(0, 10).map(float)),
    st.tuples(st.just("effort"), st.integers(1, 7).map(float)),
)


@laws
@given(moment_lists(complete=True), st.data(), values_of_parts)
def test_a_worse_rating_never_lowers_the_own_fix_score(moments, data, change):
    moment = data.draw(st.sampled_from(moments))
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    part, value = change
    after = rated(
        moments, moment.name, place, **worse(moment.ratings[place], part, value)
    )

    before_score = of(workshop_of(*moments), moment.name).fix
    after_score = of(workshop_of(*after), moment.name).fix

    assert after_score >= before_score - NEAR


@laws
@given(
    moment_lists(complete=True),
    st.data(),
    st.sampled_from(
        [
            ("moment_of_truth", [False, True]),
            ("reach", [0.0, 0.4, 1.0]),
            ("kano", ["attractive", "performance", "must_be"]),
        ]
    ),
)
def test_more_exposure_never_lowers_the_own_fix_score(moments, data, ladder):
    name = data.draw(st.sampled_from(moments)).name
    field, steps = ladder

    found = [
        of(workshop_of(*changed(moments, name, **{field: step})), name).fix
        for step in steps
    ]

    assert found[0] <= found[1] + NEAR
    assert found[-2] <= found[-1] + NEAR


@laws
@given(moment_lists(complete=True, least=2), st.data(), valences)
def test_a_worse_feeling_elsewhere_takes_no_more_than_the_low_point(
    moments, data, value
):
    moment, other = data.draw(st.permutations(moments))[:2]
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    lower = min(moment.ratings[place]["valence"], value)
    after = rated(moments, moment.name, place, valence=lower)

    before_score = of(workshop_of(*moments), other.name).fix
    after_score = of(workshop_of(*after), other.name).fix

    assert before_score - LOW_POINT_BONUS - NEAR <= after_score <= before_score + NEAR


@laws
@given(
    moment_lists(complete=True),
    st.data(),
    st.sampled_from(["valence", "performance", "effort"]),
    st.integers(1, 5).map(float),
)
def test_a_better_rating_never_lowers_the_own_protect_score(moments, data, part, value):
    moment = data.draw(st.sampled_from(moments))
    place = data.draw(st.integers(0, len(moment.ratings) - 1))
    old = moment.ratings[place][part]
    new = min(old, value) if part == "effort" else max(old, value)
    after = rated(moments, moment.name, place, **{part: new})

    before_score = of(workshop_of(*moments), moment.name).protect
    after_score = of(workshop_of(*after), moment.name).protect

    assert after_score >= before_score - NEAR


# Who said it, and what else there is, does not matter


def replaced(moments, order):
    return [
        Moment(m.name, [m.ratings[at] for at in order], m.stage, m.evidence, **m.fields)
        for m in moments
    ]


@laws
@given(moment_lists(), st.data(), viewpoint_lists, settings_of_rooms)
def test_it_does_not_matter_who_sits_where(moments, data, viewpoints, settings):
    people = len(moments[0].ratings)
    order = data.draw(st.permutations(range(people)))
    seats = [viewpoints[at] for at in order]

    before = workshop_of(*moments, viewpoints=viewpoints, settings=settings)
    after = workshop_of(
        *replaced(moments, order),
        viewpoints=[*seats, *viewpoints[people:]],
        settings=settings,
    )

    assert scores(analysed(after)) == pytest.approx(scores(analysed(before)), abs=NEAR)


@laws
@given(moment_lists(), viewpoint_lists, settings_of_rooms)
def test_a_panel_that_comes_twice_changes_no_score(moments, viewpoints, settings):
    people = len(moments[0].ratings)
    twice = [*range(people), *range(people)]
    seats = viewpoints[:people]

    before = workshop_of(*moments, viewpoints=seats, settings=settings)
    after = workshop_of(
        *replaced(moments, twice), viewpoints=[*seats, *seats], settings=settings
    )

    assert scores(analysed(after)) == pytest.approx(scores(analysed(before)), abs=NEAR)


def both(one, other):
    """Return one workshop with the journeys of both; the second under new names."""

    def renamed(key):
        return f"{key}-other"

    update = {
        "journeys": dict(one.journeys)
        | {
            renamed(k): j.model_copy(update={"id": renamed(k), "position": "z"})
            for k, j in other.journeys.items()
        },
        "stages": dict(one.stages)
        | {
            renamed(k): s.model_copy(
                update={"id": renamed(k), "journey_id": renamed(s.journey_id)}
            )
            for k, s in other.stages.items()
        },
        "touchpoints": dict(one.touchpoints)
        | {
            renamed(k): t.model_copy(
                update={"id": renamed(k), "stage_id": renamed(t.stage_id)}
            )
            for k, t in other.touchpoints.items()
        },
        "ratings": dict(one.ratings)
        | {renamed(k): said for k, said in other.ratings.items()},
        "personas": {"p": Persona(id="p", name="Another")},
        "participants": dict(other.participants) | dict(one.participants),
    }
    return one.model_copy(update=update)


@laws
@given(workshops(), workshops())
def test_another_journey_and_persona_change_nothing(workshop, other):
    alone = analysed(workshop)

    together = analyse(both(workshop, other), TODAY)

    assert len(together.journeys) == 2
    assert scores(together.journey(JOURNEY)) == pytest.approx(scores(alone), abs=NEAR)
    directions = [t.direction for t in together.journey(JOURNEY).touchpoints]
    assert directions == [t.direction for t in alone.touchpoints]


def data_centred_quadrants(importance, performance):
    """Importance-performance analysis with its cross-hair at the grand means."""
    high = importance >= importance.mean()
    good = performance >= performance.mean()
    return np.where(high, np.where(good, "B", "A"), np.where(good, "D", "C")).tolist()


def test_a_data_centred_cross_hair_lets_another_journey_change_this_one():
    importance, performance = np.array([0.6, 0.4]), np.array([0.4, 0.6])

    alone = data_centred_quadrants(importance, performance)
    together = data_centred_quadrants(
        np.append(importance, [1.0, 1.0]), np.append(performance, [0.0, 0.0])
    )

    assert alone[0] == "A"
    assert together[0] != alone[0]


SCALES = {
    "valence": VALENCE,
    "importance": IMPORTANCE,
    "expectation": TEN_POINTS,
    "performance": TEN_POINTS,
    "effort": EFFORT,
}


@laws
@given(moment_lists(), st.sampled_from([Scale(-2, 2), Scale(1, 5), Scale(0, 100)]))
def test_ratings_of_another_declared_scale_give_the_same_scores(moments, scale):
    def there_and_back(part, value):
        if value is None:
            return None
        stored = SCALES[part].convert(np.array(value), scale)
        return float(
            scale.convert(stored, SCALES[part]).clip(
                SCALES[part].low, SCALES[part].high
            )
        )

    moved = [
        Moment(
            m.name,
            [{p: there_and_back(p, v) for p, v in r.items()} for r in m.ratings],
            m.stage,
            m.evidence,
            **m.fields,
        )
        for m in moments
    ]

    before, after = analysed(workshop_of(*moments)), analysed(workshop_of(*moved))

    assert scores(after) == pytest.approx(scores(before), abs=1e-6)


def test_faces_from_one_to_five_map_linearly():
    faces = Scale(1, 5)

    assert faces.convert(np.array([1.0, 3.0, 4.0]), VALENCE).tolist() == [-5, 0, 2.5]


# The journey score


@given(levels_and_weights, norms, st.integers(2, 9))
def test_the_journey_score_lies_between_worst_and_mean(pairs, norm, factor):
    levels, weights = pairs
    score = journey_score(levels, weights, norm)

    assert levels.min() - NEAR <= score
    assert score <= np.average(levels, weights=weights) + NEAR
    assert journey_score(levels, factor * weights, norm) == pytest.approx(score)
    assert journey_score(levels, weights, norm + 1) <= score + NEAR
    assert journey_score(
        np.repeat(levels, factor), np.repeat(weights, factor), norm
    ) == pytest.approx(score)


@given(levels_and_weights, norms, st.data(), shares)
def test_the_journey_score_never_falls_when_a_moment_gets_better(
    pairs, norm, data, value
):
    levels, weights = pairs
    better = levels.copy()
    at = data.draw(st.integers(0, len(levels) - 1))
    better[at] = max(levels[at], value)

    after = journey_score(better, weights, norm)

    assert after >= journey_score(levels, weights, norm) - NEAR


@given(shares, st.integers(1, 6), norms)
def test_equal_moments_make_a_journey_like_each_of_them(level, count, norm):
    levels = np.full(count, level)

    assert journey_score(levels, np.ones(count), norm) == pytest.approx(level)


@given(levels_and_weights, norms, st.data())
def test_the_score_of_the_groups_scores_is_the_score_of_all(pairs, norm, data):
    levels, weights = pairs
    group = st.integers(0, 2)
    codes = np.array([data.draw(group) for _ in levels])

    rolled = rolled_up(levels, weights_of(weights), codes, 3, norm)

    some = rolled.weight > 0
    again = journey_score(rolled.score[some], rolled.weight[some], norm)
    assert again == pytest.approx(journey_score(levels, weights, norm), abs=NEAR)


@laws
@given(workshops())
def test_stages_and_departments_roll_up_to_the_journey(workshop):
    journey = analysed(workshop)
    assume(journey.rated)
    norm = workshop.settings.journey_score.norm

    for groups in (journey.stages, journey.departments):
        some = [group for group in groups if group.weight > 0]
        again = journey_score(
            np.array([group.score for group in some]),
            np.array([group.weight for group in some]),
            norm,
        )
        assert again == pytest.approx(journey.score, abs=NEAR)
        assert sum(g.weight for g in groups) == pytest.approx(1)
        assert sum(g.rated for g in groups) == journey.rated


@laws
@given(workshops())
def test_the_lift_is_what_the_score_wins_when_one_moment_is_as_good_as_wanted(workshop):
    journey = analysed(workshop)
    rated_ones = [t for t in journey.touchpoints if t.rated]
    assume(rated_ones)
    levels = np.array([t.level for t in rated_ones])
    weights = np.array([t.importance for t in rated_ones])

    for at, touchpoint in enumerate(rated_ones):
        lifted = levels.copy()
        lifted[at] = max(levels[at], 0.7)
        won = journey_score(lifted, weights, 2.0) - journey.score
        assert touchpoint.lift == pytest.approx(won, abs=NEAR)


@given(st.lists(shares, min_size=2, max_size=7), norms, shares)
def test_taking_from_the_best_for_the_worst_never_lowers_the_score(
    values, norm, fraction
):
    levels = np.array(values)
    best, worst = levels.argmax(), levels.argmin()
    moved = levels.copy()
    delta = fraction * (levels[best] - levels[worst]) / 2
    moved[best] -= delta
    moved[worst] += delta
    weights = np.ones(len(levels))

    after = journey_score(moved, weights, norm)

    assert after >= journey_score(levels, weights, norm) - NEAR


@given(st.lists(valences, min_size=1, max_size=5), st.data(), valences)
def test_the_signed_peak_never_falls_when_a_rating_rises(values, data, value):
    def peak(these):
        return float(signed_peak(np.array(max(these)), np.array(min(these))))

    at = data.draw(st.integers(0, len(values) - 1))
    higher = [max(v, value) if place == at else v for place, v in enumerate(values)]

    assert peak(higher) >= peak(values)


# Same in, same out


def turned(nested):
    """Return the same mappings, stored the other way round at every level."""
    if not isinstance(nested, dict):
        return nested
    return {key: turned(nested[key]) for key in reversed(nested)}


@laws
@given(workshops())
def test_the_order_of_storage_does_not_matter(workshop):
    stored = turned(workshop.model_dump(mode="json"))

    again = Workshop.model_validate(stored)

    assert list(again.touchpoints) == list(reversed(workshop.touchpoints))
    assert repr(analyse(again, TODAY)) == repr(analyse(workshop, TODAY))


@laws
@given(workshops())
def test_equal_files_give_equal_results_to_the_byte(workshop):
    again = Workshop.model_validate_json(workshop.model_dump_json())

    assert repr(analyse(again, TODAY)) == repr(analyse(workshop, TODAY))


@laws
@given(workshops())
def test_evidence_changes_badges_and_never_a_score(workshop):
    without = workshop.model_copy(update={"evidence": {}})

    before, after = analysed(workshop), analysed(without)

    assert scores(after) == scores(before)
    assert after.ranking == before.ranking
    assert all(t.assumption for t in after.touchpoints)


# Zero cases


def test_one_touchpoint_is_a_journey():
    journey = analysed(workshop_of(Moment("only", [{"valence": -3.0}])))

    assert journey.touchpoints[0].rank == 1
    assert journey.score == pytest.approx(0.2)
    assert journey.touchpoints[0].share == pytest.approx(1)
    assert journey.touchpoints[0].reasons["low_point"] == 0
    assert journey.touchpoints[0].reasons["end"] > 0


def test_where_nothing_matters_no_fix_score_and_equal_weights():
    moments = [
        Moment(n, [{"valence": v, "importance": 1.0}])
        for n, v in (("a", -5.0), ("b", 5.0))
    ]

    journey = analysed(workshop_of(*moments))

    assert [t.fix for t in journey.touchpoints] == [0, 0]
    assert journey.mean == pytest.approx(0.5)


def test_where_all_is_great_only_gap_and_effort_are_left_to_fix():
    ratings = [
        {
            "valence": 5.0,
            "importance": 5.0,
            "expectation": 9.0,
            "performance": 6.0,
            "effort": 7.0,
        }
    ]

    touchpoint = of(workshop_of(Moment("a", ratings)), "a")

    assert touchpoint.reasons["pain"] == 0
    assert touchpoint.reasons["gap"] > 0
    assert touchpoint.reasons["effort"] > 0
    assert analysed(workshop_of(Moment("a", ratings))).score == 1
    assert touchpoint.share == 0


def test_without_ratings_there_is_no_score_rather_than_zero():
    journey = analysed(workshop_of(Moment("a"), Moment("b"), people=2))

    assert (journey.score, journey.mean, journey.hidden) == (None, None, None)
    assert journey.ranking == ()
    assert [t.fix for t in journey.touchpoints] == [None, None]
    assert [s.score for s in journey.stages] == [None]
    assert (journey.voices, journey.raters) == (2, 0)


def test_a_journey_without_stages_is_empty_and_no_error():
    workshop = Workshop(id="w", journeys={"j": Journey(id="j", name="Empty")})

    journey = analyse(workshop, TODAY).journey("j")

    assert (journey.total, journey.touchpoints, journey.stages) == (0, (), ())


def test_importance_alone_is_no_rating():
    workshop = workshop_of(Moment("a", [{"importance": 5.0, "effort": 7.0}]))

    assert of(workshop, "a").fix is None
    assert of(workshop, "a").importance == 1
    assert who(0) in workshop.participants
