"""What would change, said in sentences that need no number."""

import pytest

from cxcore.what_if import suppose
from cxcore.words import (
    alternatives_sentence,
    choice_sentence,
    nearly_as_good,
    signed,
    supposed_sentence,
)
from tests.analysis.reference import repair_service
from tests.what_if.rooms import felt, read, rule
from tests.what_if.test_best_changes import asked


def names(workshop):
    return {each: each.capitalize() for each in workshop.touchpoints}


def said(workshop, **targets):
    supposed = suppose(read(workshop), workshop.settings, targets)
    return supposed_sentence(supposed, names(workshop))


def test_it_says_what_was_supposed_what_comes_first_then_and_how_the_whole_feels():
    workshop = felt(a=[-5.0], b=[-4.0], c=[4.0], d=[4.0], e=[4.0])

    assert said(workshop, a=2.0) == (
        "If A felt good (+2): B would come first; "
        "the journey as a whole would feel good instead of rather good."
    )


def test_it_says_that_what_comes_first_still_does():
    workshop = felt(a=[-5.0], b=[-4.0], c=[4.0], d=[4.0], e=[4.0])

    assert "A would still come first" in said(workshop, b=3.0)
    assert said(workshop, a=-4.9).endswith(
        "A would still come first; the journey as a whole would still feel rather good."
    )


def test_it_says_that_nothing_needs_work_any_more():
    workshop = felt(a=[-5.0], b=[4.0], c=[4.0])

    assert said(workshop, a=3.0) == (
        "If A felt good (+3): nothing would need work first any more; "
        "the journey as a whole would feel good instead of rather good."
    )


def test_it_says_what_would_need_work_where_nothing_does_today():
    workshop = felt(a=[3.0], b=[4.0], c=[4.0])

    assert "A felt awful (−5): A would need work first" in said(workshop, a=-5.0)
    assert "nothing would need work first;" in said(workshop, a=4.0)


def test_several_moments_are_supposed_together():
    workshop = felt(a=[-5.0], b=[-4.0], c=[4.0])

    sentence = said(workshop, a=2.0, b=0.0, c=1.5)
    assert sentence.startswith(
        "If A felt good (+2), B felt so-so (0) and C felt rather good (+1.5): "
    )


@pytest.mark.parametrize(
    ("valences", "sentence"),
    [
        ({"a": -5, "b": 4, "c": 4}, "Mend A: nothing would hurt much any more; "),
        (
            {f"t{at}": -4 for at in range(8)} | {"u": 4, "v": 4},
            "Mend T0: good moments would still hide three bad ones: T1, T2 and T3; ",
        ),
        ({f"t{at}": -4 for at in range(6)}, "Mend T0: T5 and T1 would need work; "),
    ],
)
def test_a_choice_says_what_to_mend_and_what_would_be_said_then(valences, sentence):
    workshop = felt(**{name: [float(each)] for name, each in valences.items()})

    choice = asked(workshop, of=rule(changes=1)).best

    assert choice_sentence(choice, names(workshop)).startswith(sentence)


def test_only_what_lifts_nearly_as_much_is_called_nearly_as_good():
    workshop = felt(a=[-5.0], b=[-4.9], c=[-4.8], d=[0.0])

    answer = asked(workshop, of=rule(changes=1), budget=5.0)

    assert [c.ids for c in answer.alternatives] == [("b",), ("c",), ("d",)]
    assert [c.ids for c in nearly_as_good(answer)] == [("b",), ("c",)]
    assert alternatives_sentence(answer, names(workshop)) == "Nearly as good: B; or C."


def test_without_any_other_choice_none_is_named():
    workshop = repair_service()

    for answer in (asked(felt(a=[3.0])), asked(workshop, of=rule(alternatives=0))):
        assert alternatives_sentence(answer, names(workshop)) == ""


@pytest.mark.parametrize(
    ("valence", "text"),
    [(2.0, "+2"), (-1.5, "−1.5"), (0.0, "0"), (-0.04, "0"), (0.1, "+0.1")],
)
def test_a_valence_as_a_number_has_its_sign(valence, text):
    assert signed(valence) == text


def test_from_four_fifths_of_the_best_lift_on_a_choice_is_nearly_as_good():
    workshop = felt(a=[-5.0], b=[-4.4], c=[-3.9], d=[2.0])

    answer = asked(workshop, of=rule(changes=1), budget=5.0)

    lifts = [choice.lift / answer.best.lift for choice in answer.alternatives]
    assert lifts == pytest.approx([0.86, 0.753], abs=0.001)
    assert [c.ids for c in nearly_as_good(answer)] == [("b",)]
