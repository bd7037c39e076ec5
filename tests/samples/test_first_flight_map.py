"""The map of flying for the first time: stages, touchpoints, lanes, persona."""

from tests.samples.opened import (
    journey,
    main_journey,
    workshop,
)

NAME = "first-flight"

LANES = {
    "Compare flights": (
        "opens three sites",
        "Which one is really cheapest?",
        "Website",
        "",
        "Digital",
    ),
    "Read reviews": ("asks friends", "", "", "", "Digital"),
    "Choose a seat": (
        "skips it",
        "Must I pay for a seat?",
        "App",
        "Seat system",
        "Digital",
    ),
    "Pay": (
        "types card twice",
        "Did it go through?",
        "Payment page",
        "Payment provider",
        "Finance",
    ),
    "Check-in reminder": ("saves it", "", "Mail", "CRM", "CRM"),
    "Train to airport": ("drives, parks", "", "Rail partner", "", ""),
    "Bag drop": (
        "queues, lifts bag",
        "Which desk is ours?",
        "Desk staff",
        "Handling firm",
        "Ground",
    ),
    "Security": (
        "undresses shoes",
        "Will I miss it?",
        "Security staff",
        "Airport",
        "Airport",
    ),
    "Find the gate": (
        "asks a stranger",
        "Left or right?",
        "Signs",
        "Airport",
        "Airport",
    ),
    "Delay notice": (
        "sees crowd, then app",
        "Nobody tells me.",
        "App, gate staff",
        "Ops control",
        "Ops",
    ),
    "Boarding": ("waits standing", "", "Gate staff", "Handling firm", "Ground"),
    "Crew greeting": (
        "sits, looks around",
        "She saw I was nervous.",
        "Crew",
        "Training",
        "Cabin",
    ),
    "Baggage claim": (
        "waits at belt 4",
        "Is it lost?",
        "Belt screens",
        "Handling firm",
        "Ground",
    ),
    "Follow-up mail": ("deletes it", "", "Mail", "", ""),
}

STAGES = [
    ("Decide", "know what it really costs", 2),
    ("Book", "pay once, be sure", 2),
    ("Get to the airport", "be there in time", 2),
    ("At the airport", "not miss it, not look lost", 4),
    ("Fly", "feel safe", 2),
    ("Arrive", "get home with my bag", 2),
]


def test_the_stages_are_those_of_the_picture():
    stages = workshop(NAME).stages
    found = main_journey(NAME).stages

    assert [
        (stages[s.id].name, stages[s.id].wants, len(s.touchpoint_ids)) for s in found
    ] == STAGES


def test_the_touchpoints_and_their_lanes_are_those_of_the_picture():
    touchpoints = workshop(NAME).touchpoints
    shown = [touchpoints[t.id] for t in main_journey(NAME).touchpoints]

    assert {
        t.name: (t.action, t.thoughts, t.front_stage, t.back_stage, t.owner)
        for t in shown
    } == LANES
    assert [t.name for t in shown] == list(LANES)


def test_the_persona_is_marta():
    opened = workshop(NAME)

    assert opened.personas[journey(NAME).persona_id].name == "Marta, first-time flyer"


def test_the_brand_promises_to_take_the_fear_away():
    assert "fear" in workshop(NAME).brief.promise
