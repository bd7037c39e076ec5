"""As if a moment felt otherwise: all its voices move together, and nothing is kept."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cxcore.analysis import HeadlineCode, analyse_grid
from cxcore.analysis.voices import groups_of, mean_over_voices
from cxcore.model import Settings, Viewpoint, Weighting
from cxcore.what_if import CannotSupposeError, supposable, suppose, with_targets
from tests.analysis.builders import Moment, analysed, said, workshop_of
from tests.analysis.reference import repair_service
from tests.analysis.rooms import laws, valences, workshops
from tests.what_if.rooms import felt, read

NEAR = 1e-9
PEOPLE = Weighting.PARTICIPANTS


def shifted(values, target):
    grid = with_targets(read(felt(a=values)), {"a": target}, PEOPLE)
    return grid.valence[0].tolist()


def test_all_voices_move_by_the_same_step():
    assert shifted([-4.0, -2.0, 0.0], 1.0) == pytest.approx([-1.0, 1.0, 3.0])


def test_who_reaches_the_end_of_the_scale_waits_there_for_the_others():
    assert shifted([-4.0, 4.0], 3.0) == pytest.approx([1.0, 5.0])
    assert shifted([-4.0, 4.0, 4.0], 4.0) == pytest.approx([2.0, 5.0, 5.0])


@pytest.mark.parametrize("end", [-5.0, 5.0])
def test_at_the_end_of_the_scale_everybody_is_there(end):
    assert shifted([-5.0, 0.3, 5.0], end) == pytest.approx([end] * 3)
    assert shifted([-1.0, 1.0], 3 * end) == pytest.approx([end] * 2)


def test_a_moment_supposed_to_feel_as_it_does_does_not_move_at_all():
    values = [-4.1, 0.2, 5.0]

    assert shifted(values, sum(values) / 3) == values


def test_who_has_not_rated_it_still_has_not():
    workshop = workshop_of(Moment("a", said(valence=[-2, None, 4])))

    grid = with_targets(read(workshop), {"a": 2.0}, PEOPLE)

    assert grid.valence[0, [0, 2]].tolist() == pytest.approx([-1.0, 5.0])
    assert np.isnan(grid.valence[0, 1])


def test_voices_weigh_as_the_room_has_set_it():
    customer, staff = Viewpoint.CUSTOMER, Viewpoint.FRONT_LINE
    workshop = workshop_of(
        Moment("a", said(valence=[-3, 1, 1])), viewpoints=[customer, staff, staff]
    )

    grid = with_targets(read(workshop), {"a": 1.0}, Weighting.VIEWPOINTS)

    assert grid.valence[0].tolist() == pytest.approx([-1.0, 3.0, 3.0])


@laws
@given(workshops(), st.data(), valences)
def test_the_mean_becomes_the_target_and_nothing_else_moves(workshop, data, target):
    grid, settings = read(workshop), workshop.settings
    assume(supposable(grid))
    chosen = data.draw(st.sampled_from(supposable(grid)))

    supposed = with_targets(grid, {chosen: target}, settings.weighting)

    groups = groups_of(grid, settings.weighting)
    means = mean_over_voices(supposed.valence, groups)
    before = mean_over_voices(grid.valence, groups)
    for at, touchpoint_id in enumerate(grid.ids):
        if touchpoint_id == chosen:
            assert means[at] == pytest.approx(target, abs=NEAR)
        else:
            assert means[at] == pytest.approx(before[at], nan_ok=True, abs=0)
    assert np.nanmax(np.abs(supposed.valence)) <= 5
    order = np.argsort(grid.valence, axis=1, kind="stable")
    moved = np.take_along_axis(supposed.valence, order, axis=1)
    assert not (np.diff(moved, axis=1) < -NEAR).any()


@laws
@given(workshops(), st.data(), valences)
def test_a_small_change_of_what_is_supposed_moves_everybody_a_little(
    workshop, data, target
):
    grid = read(workshop)
    assume(supposable(grid) and target < 5)
    chosen = data.draw(st.sampled_from(supposable(grid)))
    people = len(grid.voices)

    one = with_targets(grid, {chosen: target}, PEOPLE).valence
    other = with_targets(grid, {chosen: target + 0.001}, PEOPLE).valence

    assert np.nanmax(np.abs(other - one)) <= 0.001 * people + NEAR


def test_nothing_that_was_said_is_changed():
    workshop = repair_service()
    grid = read(workshop)
    before, said_before = grid.valence.copy(), workshop.model_dump_json()

    supposed = suppose(grid, workshop.settings, {"waiting": 3.0, "invoice": 2.0})

    assert supposed.after.touchpoint("waiting").valence == pytest.approx(3.0)
    assert np.array_equal(grid.valence, before)
    assert workshop.model_dump_json() == said_before
    with pytest.raises(ValueError, match="read-only"):
        with_targets(grid, {"waiting": 1.0}, PEOPLE).valence[0, 0] = 0


@pytest.mark.parametrize("missing", ["b", "gone"])
def test_what_nobody_has_rated_cannot_be_supposed(missing):
    workshop = workshop_of(Moment("a", said(valence=[1])), Moment("b"))

    with pytest.raises(CannotSupposeError) as refused:
        suppose(read(workshop), workshop.settings, {"a": 2.0, missing: 1.0})

    assert refused.value.touchpoint_ids == (missing,)
    assert supposable(read(workshop)) == ("a",)


def test_supposing_says_what_an_analysis_of_such_a_room_would_say():
    workshop = repair_service()
    as_if = with_targets(read(workshop), {"waiting": 2.5}, PEOPLE)

    supposed = suppose(read(workshop), workshop.settings, {"waiting": 2.5})

    after = analyse_grid(as_if, workshop.settings)
    assert supposed.before.score == analysed(workshop).score
    assert supposed.after.score == after.score
    assert supposed.after.ranking == after.ranking
    assert supposed.after.critical == after.critical
    assert supposed.after.headline == after.headline
    assert supposed.lift == pytest.approx(after.score - analysed(workshop).score)


def test_the_lift_of_one_moment_is_the_lift_that_the_analysis_says():
    workshop = repair_service()
    grid = read(workshop)

    for touchpoint in analysed(workshop).touchpoints:
        target = max(2.0, touchpoint.valence)
        supposed = suppose(grid, workshop.settings, {touchpoint.id: target})
        assert supposed.lift == pytest.approx(touchpoint.lift, abs=NEAR)


def test_who_stands_elsewhere_then_is_named_with_both_places():
    workshop = repair_service()

    supposed = suppose(read(workshop), workshop.settings, {"waiting": 5.0})

    old = {each: at for at, each in enumerate(supposed.before.ranking, 1)}
    new = {each: at for at, each in enumerate(supposed.after.ranking, 1)}
    shifts = {shift.id: shift for shift in supposed.shifts}
    assert {each for each in old if old[each] != new[each]} <= shifts.keys()
    for shift in supposed.shifts:
        assert shift.rank == (old[shift.id], new[shift.id])
    assert [shift.rank[1] for shift in supposed.shifts] == sorted(
        shift.rank[1] for shift in supposed.shifts
    )


def test_where_nothing_moves_there_is_no_news():
    workshop = repair_service()

    supposed = suppose(read(workshop), workshop.settings, {})

    assert supposed.shifts == ()
    assert supposed.lift == 0


def test_the_last_bad_moment_mended_leaves_nothing_that_hurts():
    workshop = felt(a=[4.0], b=[-5.0], c=[3.0])

    supposed = suppose(read(workshop), Settings(), {"b": 3.0})

    assert supposed.before.critical == ("b",)
    assert supposed.after.critical == ()
    assert supposed.after.headline.code is HeadlineCode.ALL_GOOD
