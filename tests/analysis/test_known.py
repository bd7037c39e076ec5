"""The journey by evidence: how each moment is known, and from what."""

from datetime import timedelta

import pytest

from cxcore.analysis import KNOWN_BY, KnownBy, LinkedEvidence, known_moments
from cxcore.model import Evidence, EvidenceType, Process, Settings
from cxcore.words import EVIDENCE_WORDS, KNOWN_BY_WORDS
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    analysed,
    said,
    with_things,
    workshop_of,
)

E = EvidenceType


def item(kind, at="e", days_old=0, **links):
    return Evidence(
        id=at,
        evidence_type=kind,
        title="Source",
        date=TODAY - timedelta(days=days_old),
        **(links or {"touchpoint_ids": ("a",)}),
    )


def known(*items, settings=None):
    """Return what is known of the moments "a" and "b" with this evidence."""
    moments = [Moment(name, said(valence=[-4])) for name in "ab"]
    workshop = with_things(workshop_of(*moments, settings=settings), *items)
    return known_moments(workshop, analysed(workshop), TODAY)


def test_without_evidence_every_moment_is_a_guess():
    assert [each.level for each in known()] == [KnownBy.GUESS, KnownBy.GUESS]
    assert known()[0].evidence_ids == ()


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (E.ASSUMPTION, KnownBy.GUESS),
        (E.INTERNAL_OPINION, KnownBy.GUESS),
        (E.STAFF_KNOWLEDGE, KnownBy.STAFF),
        (E.BEHAVIOURAL_DATA, KnownBy.MEASURED),
        (E.SURVEY, KnownBy.MEASURED),
        (E.COMPLAINTS, KnownBy.MEASURED),
        (E.INTERVIEW, KnownBy.OBSERVED),
        (E.DIARY, KnownBy.OBSERVED),
        (E.CO_CREATION, KnownBy.OBSERVED),
        (E.OBSERVATION, KnownBy.OBSERVED),
        (E.MYSTERY_SHOPPING, KnownBy.OBSERVED),
        (E.WALK_THROUGH, KnownBy.OBSERVED),
        (E.EXPERIMENT, KnownBy.OBSERVED),
    ],
)
def test_one_source_makes_a_moment_known_in_its_own_way(kind, level):
    assert known(item(kind))[0].level is level


def test_every_type_and_every_level_has_a_word():
    assert KNOWN_BY.keys() == EVIDENCE_WORDS.keys() == set(EvidenceType)
    assert KNOWN_BY_WORDS.keys() == set(KnownBy)
    assert len({level.symbol for level in KNOWN_BY_WORDS.values()}) == len(KnownBy)


def test_the_most_trusted_source_says_how_a_moment_is_known():
    moment = known(item(E.SURVEY), item(E.INTERVIEW, "f"))[0]

    assert moment.level is KnownBy.OBSERVED
    assert moment.also == (KnownBy.MEASURED,)
    assert moment.evidence_ids == ("f", "e")


def test_a_fresh_survey_is_trusted_more_than_an_old_observation():
    moment = known(item(E.SURVEY), item(E.OBSERVATION, "f", days_old=400))[0]

    assert (moment.level, moment.also) == (KnownBy.MEASURED, (KnownBy.OBSERVED,))


def test_what_has_got_too_old_is_a_guess_again():
    moment = known(item(E.COMPLAINTS, days_old=400))[0]

    assert (moment.level, moment.also) == (KnownBy.GUESS, (KnownBy.MEASURED,))


def test_guesses_beside_something_better_are_not_named():
    moment = known(item(E.ASSUMPTION), item(E.STAFF_KNOWLEDGE, "f"))[0]

    assert (moment.level, moment.also) == (KnownBy.STAFF, ())


def test_the_worth_of_a_type_is_the_workshop_s_own():
    settings = Settings.model_validate(
        {"evidence": {"confidence": {"survey": 0.9, "interview": 0.4}}}
    )
    moment = known(item(E.SURVEY), item(E.INTERVIEW, "f"), settings=settings)[0]

    assert moment.level is KnownBy.MEASURED


def test_evidence_of_the_whole_journey_counts_for_each_moment():
    moments = known(item(E.DIARY, journey_ids=(JOURNEY,)))

    assert [each.evidence_ids for each in moments] == [("e",), ("e",)]


def test_evidence_of_one_moment_of_the_journey_counts_for_no_other():
    moments = known(item(E.DIARY, journey_ids=(JOURNEY,), touchpoint_ids=("a",)))

    assert [each.evidence_ids for each in moments] == [("e",), ()]


def test_evidence_of_a_process_counts_where_the_process_works():
    process = Process(id="p", name="Packing", touchpoint_ids=("b",))

    moments = known(item(E.SURVEY, process_ids=("p",)), process)

    assert [each.level for each in moments] == [KnownBy.GUESS, KnownBy.MEASURED]


def test_an_item_linked_twice_is_named_once():
    process = Process(id="p", name="Packing", touchpoint_ids=("a",))
    workshop = with_things(
        workshop_of(Moment("a", said(valence=[1]))),
        item(E.SURVEY, process_ids=("p",), touchpoint_ids=("a",)),
        process,
    )

    found = LinkedEvidence(workshop).of("a", JOURNEY)

    assert [each.id for each in found] == ["e"]


def test_evidence_of_another_journey_counts_for_nothing_here():
    moments = known(item(E.SURVEY, journey_ids=("elsewhere",)))

    assert [each.evidence_ids for each in moments] == [(), ()]


def test_what_needs_work_first_is_told():
    # Of two alike the last impression weighs more.
    assert [each.is_critical for each in known()] == [False, True]
