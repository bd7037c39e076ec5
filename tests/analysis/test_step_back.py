"""When a journey says: step back, perhaps the offer itself is wrong."""

from cxcore.analysis import step_back
from cxcore.model import Brief
from tests.analysis.builders import Moment, analysed, said, workshop_of

BAD, GOOD = -4.0, 4.0


def truth(name, valence):
    """A make-or-break moment that matters most, felt like this by two people."""
    ratings = said(valence=[valence] * 2, importance=[5, 5])
    return Moment(name, ratings, moment_of_truth=True)


def stepping(*moments, promise="We stay calm."):
    workshop = workshop_of(*moments)
    workshop = workshop.model_copy(update={"brief": Brief(promise=promise)})
    return step_back(workshop, analysed(workshop))


def test_it_is_due_where_half_of_the_moments_of_truth_need_work():
    step = stepping(truth("Queue", BAD), truth("Pay", GOOD))

    assert step.is_due
    assert step.need_work == ("Queue",)
    assert step.of == 2


def test_it_is_not_due_where_fewer_than_half_need_work():
    step = stepping(truth("Queue", BAD), truth("Pay", GOOD), truth("Leave", GOOD))

    assert not step.is_due
    assert step.need_work == ("Queue",)


def test_one_moment_of_truth_alone_says_nothing_of_the_offer():
    step = stepping(truth("Queue", BAD), Moment("Pay", said(valence=[GOOD])))

    assert not step.is_due
    assert step.need_work == ("Queue",)


def test_other_moments_do_not_count():
    bad = Moment("Queue", said(valence=[BAD], importance=[5]))

    step = stepping(bad, truth("Pay", GOOD))

    assert (step.need_work, step.of) == ((), 1)


def test_a_moment_of_truth_that_nobody_rated_does_not_count():
    step = stepping(truth("Pay", GOOD), Moment("Queue", moment_of_truth=True))

    assert step.of == 1


def test_without_moments_of_truth_nothing_is_half():
    assert not stepping(Moment("Queue", said(valence=[BAD]))).is_due


def test_an_empty_promise_is_a_reason_once_somebody_has_rated():
    assert stepping(truth("Pay", GOOD), promise=" \n").no_promise
    assert stepping(truth("Pay", GOOD), promise="").is_due
    assert not stepping(Moment("Pay"), promise="").is_due
