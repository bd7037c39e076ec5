"""Which moments should have a process behind them, and how that is said."""

from dataclasses import replace

import pytest

from cxcore.analysis import Unbacked, analyse, matters, unbacked
from cxcore.model import Process, ProcessLane, ProcessStatus, Settings
from cxcore.words import arrival_sentence, department_sentence, is_bad
from tests.analysis.builders import TODAY, Moment, by_id, of, said, workshop_of


def lacks(moment, *processes):
    linked = [each.model_copy(update={"touchpoint_ids": ("M",)}) for each in processes]
    workshop = workshop_of(moment).model_copy(update={"processes": by_id(linked)})
    return unbacked(workshop, analyse(workshop, TODAY).journeys[0]).get("M")


def process(lane, status=ProcessStatus.EXISTS):
    return Process(id=f"{lane}", name="P", lane=lane, status=status)


SEEN, HIDDEN = process(ProcessLane.FRONT_STAGE), process(ProcessLane.BACK_STAGE)
HELP = process(ProcessLane.SUPPORT)
DECISIVE = Moment("M", moment_of_truth=True)
MATTERS = Moment("M", said(valence=[3], importance=[4]))
MINOR = Moment("M", said(valence=[3], importance=[2]))
HURTS = Moment("M", said(valence=[-5], importance=[5]))


def test_a_make_or_break_moment_needs_some_process_wherever_it_runs():
    assert lacks(DECISIVE) is Unbacked.MOMENT_OF_TRUTH
    assert lacks(DECISIVE, SEEN) is None


@pytest.mark.parametrize("moment", [MATTERS, HURTS])
def test_a_moment_that_matters_needs_a_process_out_of_sight(moment):
    assert lacks(moment) is Unbacked.IMPORTANT
    assert lacks(moment, SEEN) is Unbacked.IMPORTANT
    assert lacks(moment, SEEN, HIDDEN) is None
    assert lacks(moment, HELP) is None


def test_a_process_that_is_missing_is_none():
    missing = process(ProcessLane.BACK_STAGE, ProcessStatus.MISSING)

    assert lacks(MATTERS, missing) is Unbacked.IMPORTANT


@pytest.mark.parametrize(
    ("importance", "does"), [(0.5, True), (0.5 - 1e-12, True), (0.49, False)]
)
def test_a_moment_matters_from_the_threshold_on_and_rounding_is_forgiven(
    importance, does
):
    found = of(workshop_of(MINOR), "M")
    found = replace(found, is_critical=False, importance=importance)

    assert matters(found, Settings()) is does
    assert not matters(replace(found, importance_assumed=True), Settings())


def test_nothing_is_asked_of_a_moment_of_which_nobody_says_that_it_matters():
    assert lacks(MINOR) is None
    assert lacks(Moment("M")) is None


@pytest.mark.parametrize(
    ("valences", "sentence"),
    [
        ([3.0, 0.5], "2 moments, good"),
        ([-0.5], "1 moment, bad"),
        ([None, None], "2 moments, not rated"),
        ([4.0, -4.0, 0.4, None], "4 moments: 1 good, 1 so-so, 1 bad, 1 not rated"),
    ],
)
def test_a_department_is_told_its_moments_and_never_their_mean(valences, sentence):
    assert department_sentence(valences) == sentence


def test_what_she_brings_along_is_said_in_words():
    assert arrival_sentence("Pay", -4.2) == (
        "She comes to Pay from something that felt awful."
    )
    assert is_bad(-0.5)
    assert not is_bad(-0.4)
