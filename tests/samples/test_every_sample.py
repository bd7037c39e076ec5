"""What is true of each workshop in sample_journeys/."""

from statistics import mean

import pytest

from cxcore.document import read, write
from tests.samples.opened import (
    NAMES,
    analysis,
    data_of,
    in_order,
    journey,
    loaded,
    main_journey,
    participants,
    pins,
    said,
    workshop,
)

ROOMS = [name for name in NAMES if name != "appliance-repair"]
"""The samples of a whole room; the other is the table of method.md 2.10."""

every_sample = pytest.mark.parametrize("name", NAMES)
every_room = pytest.mark.parametrize("name", ROOMS)


def test_there_are_four_samples():
    assert NAMES == ("appliance-repair", "first-flight", "going-home", "saturday-shop")


@every_sample
def test_it_opens_without_repairs(name):
    opened = read(data_of(name))

    assert opened.repairs == ()


@every_sample
def test_its_bytes_are_canonical(name):
    written = write(loaded(name).envelope)

    assert written.data == data_of(name)


@every_sample
def test_it_starts_without_a_past(name):
    assert loaded(name).envelope.history == ()


@every_sample
def test_something_in_it_is_critical(name):
    assert main_journey(name).critical


@every_sample
def test_its_main_journey_says_in_one_sentence_what_to_notice(name):
    notice = journey(name).notice

    assert notice.endswith(".")
    assert ". " not in notice


@every_sample
def test_it_has_exactly_three_pins_on_its_main_journey(name):
    placed = pins(name)

    assert len(placed) == 3
    assert {pin.journey_id for pin in placed} == {journey(name).id}


@every_sample
def test_each_pin_is_short_and_stands_at_a_touchpoint_of_the_main_journey(name):
    on_the_map = {touchpoint.id for touchpoint in main_journey(name).touchpoints}

    for pin in pins(name):
        assert pin.touchpoint_id in on_the_map
        assert len(pin.text.split()) <= 25


@every_sample
def test_whoever_opens_it_sits_as_somebody_who_has_rated_everything(name):
    first = participants(name)[0]

    for touchpoint in main_journey(name).touchpoints:
        if touchpoint.rated:
            assert said(name, touchpoint.id)[first.id].valence is not None


@every_sample
def test_everybody_in_it_has_rated_the_main_journey(name):
    assert main_journey(name).raters == len(participants(name))


@every_sample
def test_it_has_a_title_a_promise_and_something_the_brand_stands_for(name):
    opened = workshop(name)

    assert opened.brief.name != "Untitled workshop"
    assert opened.brief.promise
    assert opened.brief.customers_value
    assert opened.brand_values


@every_sample
def test_its_persona_has_the_five_cards_and_a_scenario(name):
    opened = workshop(name)
    persona = journey(name).persona_id
    topics = {s.topic for s in opened.statements.values() if s.persona_id == persona}

    assert topics >= {"sentence", "wants", "fears", "smiles", "others"}
    assert journey(name).scenario


@every_sample
def test_every_stage_says_what_the_persona_wants(name):
    assert all(stage.wants for stage in workshop(name).stages.values())


@every_sample
def test_every_touchpoint_of_the_main_journey_says_what_she_does_there(name):
    touchpoints = workshop(name).touchpoints

    for touchpoint in main_journey(name).touchpoints:
        assert touchpoints[touchpoint.id].action
        assert touchpoints[touchpoint.id].channel
        assert touchpoints[touchpoint.id].dimension


@every_sample
def test_all_its_evidence_names_its_source(name):
    evidence = workshop(name).evidence.values()

    assert evidence
    assert all(item.source for item in evidence)


@every_sample
def test_it_has_needs_that_were_stated_and_needs_that_are_latent(name):
    needs = workshop(name).needs.values()

    assert {need.latent for need in needs} == {False, True}


@every_sample
def test_nothing_refers_to_a_touchpoint_that_is_not_there(name):
    opened = workshop(name)
    things = [
        *opened.evidence.values(),
        *opened.processes.values(),
        *opened.opportunities.values(),
        *opened.needs.values(),
    ]

    for thing in things:
        assert set(thing.touchpoint_ids) <= set(opened.touchpoints)


@every_room
def test_eight_to_twelve_people_of_at_least_four_viewpoints_are_in_the_room(name):
    people = participants(name)

    assert 8 <= len(people) <= 12
    assert len({person.viewpoint for person in people}) >= 4
    assert len({person.department for person in people if person.department}) >= 4


@every_room
def test_some_are_harsh_and_some_are_mild(name):
    given = {person.id: [] for person in participants(name)}
    for touchpoint in main_journey(name).touchpoints:
        for who, rating in said(name, touchpoint.id).items():
            if rating.valence is not None:
                given[who].append(rating.valence - touchpoint.valence)
    mildness = [mean(values) for values in given.values()]

    assert min(mildness) < -0.7
    assert max(mildness) > 0.7


@every_room
def test_some_have_left_gaps(name):
    journey = main_journey(name)

    assert any(0 < t.raters < journey.raters for t in journey.touchpoints)


@every_room
def test_everybody_has_answered_for_the_whole(name):
    answers = workshop(name).answers[journey(name).id]

    assert set(answers) == set(workshop(name).participants)
    for answer in answers.values():
        assert answer.overall is not None
        assert answer.would_return is not None
        assert answer.would_recommend is not None


@every_room
def test_it_has_processes_and_opportunities(name):
    opened = workshop(name)

    assert len(opened.processes) >= 4
    assert len(opened.opportunities) >= 3


@every_room
def test_its_map_shows_pain_points_gains_and_who_owns_what(name):
    touchpoints = in_order(workshop(name).touchpoints)

    assert sum(bool(touchpoint.pain_points) for touchpoint in touchpoints) >= 3
    assert sum(bool(touchpoint.gains) for touchpoint in touchpoints) >= 3
    assert len({touchpoint.owner for touchpoint in touchpoints}) >= 4


@every_sample
def test_each_of_its_journeys_has_something_to_notice(name):
    journeys = workshop(name).journeys

    for found in analysis(name).journeys:
        assert journeys[found.journey_id].notice
