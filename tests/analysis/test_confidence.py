"""How well a touchpoint is known (4.6 of the method)."""

from datetime import date, timedelta

import pytest

from cxcore.analysis import KnownFrom
from cxcore.commands import Remove
from cxcore.edit import apply, visible
from cxcore.model import Evidence, EvidenceType, Process, Settings
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    of,
    said,
    with_things,
    workshop_of,
)

E = EvidenceType


def item(kind, at="e", on=None, **links):
    return Evidence(
        id=at,
        evidence_type=kind,
        title="Source",
        date=on,
        **(links or {"touchpoint_ids": ("a",)}),
    )


def known(*items, settings=None):
    workshop = workshop_of(
        Moment("a", said(valence=[1])),
        Moment("b", said(valence=[1])),
        settings=settings,
    )
    return with_things(workshop, *items)


def confidence(*items, settings=None):
    return of(known(*items, settings=settings), "a").confidence


def test_without_evidence_it_is_an_assumption():
    assert confidence() == 0.05
    assert of(known(), "a").known_from is KnownFrom.GUESS


@pytest.mark.parametrize(
    ("kind", "worth"),
    [
        (E.INTERNAL_OPINION, 0.15),
        (E.SURVEY, 0.5),
        (E.DIARY, 0.65),
        (E.EXPERIMENT, 0.85),
    ],
)
def test_one_source_is_worth_its_place_on_the_ladder(kind, worth):
    assert confidence(item(kind)) == pytest.approx(worth)


def test_sources_of_different_types_add_up():
    both = confidence(item(E.SURVEY), item(E.INTERVIEW, "f"))

    assert both == pytest.approx(1 - 0.5 * 0.35)


def test_a_second_source_of_the_same_type_adds_nothing():
    assert confidence(item(E.SURVEY), item(E.SURVEY, "f")) == pytest.approx(0.5)


def test_nothing_is_ever_fully_known():
    kinds = (E.EXPERIMENT, E.OBSERVATION, E.INTERVIEW)

    assert confidence(*(item(kind, kind) for kind in kinds)) == 0.95


def test_insiders_alone_never_reach_half():
    insiders = [item(E.STAFF_KNOWLEDGE), item(E.BEHAVIOURAL_DATA, "f")]

    assert confidence(*insiders) == 0.49
    assert confidence(*insiders, item(E.SURVEY, "g")) > 0.7


def test_an_item_older_than_a_year_is_worth_half():
    def survey_of(days):
        return confidence(item(E.SURVEY, on=TODAY - timedelta(days=days)))

    assert (survey_of(365), survey_of(366)) == (0.5, 0.25)


def test_an_item_without_a_date_or_from_tomorrow_never_gets_old():
    assert confidence(item(E.SURVEY, on=TODAY + timedelta(days=9))) == 0.5
    assert confidence(item(E.SURVEY)) == 0.5


def test_the_best_of_a_type_is_the_best_after_ageing():
    old, new = date(2000, 1, 1), TODAY

    assert confidence(item(E.SURVEY, on=old), item(E.SURVEY, "f", on=new)) == 0.5


def test_an_old_item_never_makes_us_know_less_than_nothing():
    assert confidence(item(E.ASSUMPTION, on=date(2000, 1, 1))) == 0.05


def test_evidence_of_the_whole_journey_counts_for_every_touchpoint():
    workshop = known(item(E.SURVEY, journey_ids=(JOURNEY,)))

    assert [of(workshop, name).confidence for name in "ab"] == [0.5, 0.5]


def test_evidence_of_some_touchpoints_counts_for_no_others_of_the_journey():
    workshop = known(item(E.SURVEY, journey_ids=(JOURNEY,), touchpoint_ids=("a",)))

    assert [of(workshop, name).confidence for name in "ab"] == [0.5, 0.05]


def test_evidence_of_a_process_counts_where_the_process_works():
    process = Process(id="p", name="Packing", touchpoint_ids=("b",))
    workshop = with_things(known(item(E.SURVEY, process_ids=("p", "gone"))), process)

    assert [of(workshop, name).confidence for name in "ab"] == [0.05, 0.5]


def test_it_is_said_where_knowledge_comes_from():
    def source(*items):
        return of(known(*items), "a").known_from

    assert source(item(E.INTERNAL_OPINION)) is KnownFrom.GUESS
    assert source(item(E.STAFF_KNOWLEDGE)) is KnownFrom.STAFF
    assert source(item(E.COMPLAINTS)) is KnownFrom.CUSTOMERS


def test_the_ladder_is_the_workshop_s_own():
    ladder = {"evidence": {"confidence": {"survey": 0.9}}}
    settings = Settings.model_validate(ladder)

    assert confidence(item(E.SURVEY), settings=settings) == 0.9
    assert confidence(settings=settings) == 0


def test_who_is_an_insider_and_what_age_takes_are_the_workshop_s_own():
    settings = Settings.model_validate(
        {"evidence": {"insiders": ["survey"], "old_after_days": 10, "old_worth": 0.2}}
    )

    def found(*items):
        return of(known(*items, settings=settings), "a")

    old = item(E.STAFF_KNOWLEDGE, on=TODAY - timedelta(days=11))
    assert found(item(E.SURVEY)).confidence == 0.49
    assert found(item(E.SURVEY)).known_from is KnownFrom.STAFF
    assert found(item(E.STAFF_KNOWLEDGE)).known_from is KnownFrom.CUSTOMERS
    assert found(old).confidence == pytest.approx(0.2 * 0.35)


def test_evidence_of_a_touchpoint_taken_away_does_not_count_for_the_whole_journey():
    workshop = known(item(E.SURVEY, journey_ids=(JOURNEY,), touchpoint_ids=("a",)))

    workshop = apply(workshop, Remove(of="touchpoint", id="a"))

    assert of(workshop, "b").confidence == 0.05
    assert visible(workshop).evidence["e"].journey_ids == ()
