"""What the check-up says on screen: names, numbers and questions, never codes."""

import re
from string import Formatter

import pytest

from cxcore.checkup import (
    CATALOGUE,
    Badge,
    CheckResult,
    Essay,
    Severity,
    Status,
    check,
)
from cxcore.words import (
    BADGE_WORDS,
    SEVERITY_WORDS,
    finding_sentence,
    names_of,
    places_sentence,
)
from tests.checkup.build import TODAY, need, persona
from tests.checkup.build import adding as added
from tests.checkup.build import workshop_of as built
from tests.document.rich import rich_envelope

NEVER_ON_SCREEN = re.compile(
    r"\b(reach|control|kano|alpha|r_wg|J|K|W|q|valence|touchpoints?|session|score|steps?)\b"
)
NAMES = {"a": "Queue", "b": "Pay", "c": "Leave", "d": "Come back"}


def found(check_id, *where, status=Status.FOUND, missing="", **numbers):
    return CheckResult(
        id=check_id,
        name="Name",
        status=status,
        severity=Severity.HIGH,
        question="?",
        essays=(Essay.DESIGNING,),
        where=where,
        numbers={name: float(value) for name, value in numbers.items()},
        missing=missing,
    )


def words(one):
    """What people read of a check, with the names of numbers taken out."""
    parts = [part for said in one.says for part in Formatter().parse(said)]
    plain = [f"{text}{how or ''}" for text, _, how, _ in parts]
    return " ".join([one.name, one.question, *plain])


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.id)
class TestEveryCheck:
    def test_speaks_the_words_of_the_screen(self, one):
        assert NEVER_ON_SCREEN.findall(words(one)) == []

    def test_ends_its_sentences(self, one):
        assert [said for said in one.says if not said.endswith(".")] == []

    def test_comes_from_an_essay(self, one):
        assert one.essays


def test_counts_are_whole_shares_are_percentages_and_signs_are_real():
    assert finding_sentence(found("CX01", touchpoints=7, of=12, share=0.58), {}) == (
        "For 7 of 12 moments with people, nobody who delivers them is in the room."
    )
    assert finding_sentence(found("CX04", highest=-1.25), {}) == (
        "Even the best moment only reaches −1.2 on a scale that goes up to +5."
    )
    assert finding_sentence(
        found("CX05", stages=3, departments=3, overlap=5 / 6), {}
    ) == ("Our stages end where our departments end: at 83% of all borders.")


def test_the_first_sentence_whose_numbers_are_there_is_said():
    alike = finding_sentence(found("CX19", touchpoints=4, spread=0.5), {})
    voices = finding_sentence(found("CX19", touchpoints=4, voices=2), {})

    assert alike == (
        "On a scale from 1 to 5, our moments differ in importance by 0.5 at most."
    )
    assert voices == "2 of us gave every moment the same importance."


def test_one_is_said_otherwise_than_several_and_zero_has_a_word():
    one = finding_sentence(found("CX36", touchpoints=1, of=5), {})
    two = finding_sentence(found("CX36", touchpoints=2, of=5), {})
    worlds = found("CX27", of=5, physical=5, social=0, technological=0)

    assert one == "1 of 5 moments has a name from our world, not from hers."
    assert two == "2 of 5 moments have names from our world, not from hers."
    assert finding_sentence(worlds, {}) == (
        "Of 5 moments, things make 5, people none and tools none."
    )


def test_a_few_places_are_named_and_the_others_counted():
    assert places_sentence(found("CX06", "a", "b", "c"), NAMES) == "Queue, Pay, Leave"
    assert places_sentence(found("CX06", "a", "b", "c", "d"), NAMES) == (
        "Queue, Pay, Leave and 1 more"
    )


def test_a_name_that_several_places_have_is_said_once():
    names = NAMES | {"e": "Queue"}

    assert places_sentence(found("CX06", "a", "e", "b"), names) == "Queue, Pay"


def test_a_place_without_a_name_is_passed_over():
    assert places_sentence(found("CX06", "gone", "a"), NAMES) == "Queue"


def test_what_is_not_assessed_says_what_is_missing():
    result = found("CX01", status=Status.NOT_ASSESSED, missing="it is not asked yet")

    assert finding_sentence(result, {}) == "Not assessed: it is not asked yet."


def test_what_has_passed_says_nothing_and_what_is_accepted_says_the_same():
    numbers = {"touchpoints": 1, "of": 2}
    accepted = found("CX01", status=Status.ACCEPTED, **numbers)

    assert finding_sentence(found("CX01", status=Status.PASSED), {}) == ""
    assert finding_sentence(accepted, {}) == (
        finding_sentence(found("CX01", **numbers), {})
    )


def test_everything_that_can_be_a_place_has_a_name():
    names = names_of(rich_envelope().workshop)

    assert names["security"] == "Security 🛂"
    assert names["n1"] == "To be told what comes next"
    assert names["fly"] == "Fly to Rome"


def test_a_text_of_several_lines_names_in_one():
    room = added(built(), persona("marta"), need("seat"))
    wordy = room.needs["seat"].model_copy(update={"text": "To sit\n\nand to rest"})
    empty = room.needs["seat"].model_copy(update={"id": "void", "text": ""})

    names = names_of(added(room, wordy, empty))

    assert names["seat"] == "To sit and to rest"
    assert "void" not in names


def test_no_finding_of_a_full_workshop_shows_an_id():
    workshop = rich_envelope().workshop
    results = check(workshop, TODAY).checks
    said = " ".join(finding_sentence(one, names_of(workshop)) for one in results)

    assert re.findall(r"CX\d\d|[a-z]+_[a-z]+|[{}]", said) == []


def test_every_badge_and_severity_has_its_words():
    assert set(BADGE_WORDS) == set(Badge)
    assert set(SEVERITY_WORDS) == set(Severity)
