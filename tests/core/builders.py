"""Small workshops, and commands drawn at random over them."""

from hypothesis import strategies as st

from cxcore.commands import (
    Add,
    Batch,
    Entry,
    Place,
    Remove,
    Restore,
    SetAnswer,
    SetRating,
    SetValue,
    WriteText,
)
from cxcore.model import (
    Journey,
    Participant,
    Process,
    Stage,
    Touchpoint,
    Workshop,
)

PEOPLE = ("ana", "ben")
STAGES = ("find", "buy")
TOUCHPOINTS = ("queue", "pay", "leave")


def small_workshop():
    """Two people, one journey of two stages and three touchpoints."""
    homes = {"queue": "find", "pay": "buy", "leave": "buy"}
    return Workshop(
        id="shop",
        participants={who: Participant(id=who, name=who.title()) for who in PEOPLE},
        journeys={"visit": Journey(id="visit", name="Visit")},
        stages={
            name: Stage(id=name, name=name, journey_id="visit", position=place)
            for name, place in zip(STAGES, "HU", strict=True)
        },
        touchpoints={
            name: Touchpoint(id=name, name=name, stage_id=homes[name], position=place)
            for name, place in zip(TOUCHPOINTS, "HUc", strict=True)
        },
        processes={"till": Process(id="till", name="Till", touchpoint_ids=("pay",))},
    )


positions = st.text("HUc", min_size=1, max_size=3)
names = st.sampled_from(["Queue", "Line", "Wait", "Pay", "<b>x</b>"])
touchpoint_ids = st.sampled_from([*TOUCHPOINTS, "new", "gone"])
stage_ids = st.sampled_from([*STAGES, "fresh"])
valences = st.none() | st.integers(-50, 50).map(lambda tenths: tenths / 10)

adds = st.builds(
    lambda name, stage, place: Add(
        of="touchpoint",
        thing=Touchpoint(id="new", name=name, stage_id=stage, position=place),
    ),
    names,
    st.sampled_from(STAGES),
    positions,
) | st.builds(
    lambda name, place: Add(
        of="stage",
        thing=Stage(id="fresh", name=name, journey_id="visit", position=place),
    ),
    names,
    positions,
)
texts = st.builds(
    lambda tid, name, seen: WriteText(
        of="touchpoint", id=tid, field="name", text=name, seen=seen
    ),
    touchpoint_ids,
    names,
    names,
)
values = st.builds(
    lambda tid, value: SetValue(of="touchpoint", id=tid, field="wanted", value=value),
    touchpoint_ids,
    valences,
) | st.builds(
    lambda ids: SetValue(of="process", id="till", field="touchpoint_ids", value=ids),
    st.lists(touchpoint_ids, max_size=3).map(tuple),
)
places = st.builds(
    lambda tid, stage, place: Place(
        of="touchpoint", id=tid, parent_id=stage, position=place
    ),
    touchpoint_ids,
    st.none() | stage_ids,
    st.none() | positions,
)
switches = st.builds(
    lambda order, tid: order(of="touchpoint", id=tid),
    st.sampled_from([Remove, Restore]),
    touchpoint_ids,
) | st.builds(
    lambda order, sid: order(of="stage", id=sid),
    st.sampled_from([Remove, Restore]),
    stage_ids,
)
ratings = st.builds(
    lambda tid, who, value: SetRating(
        touchpoint_id=tid, participant_id=who, part="valence", value=value
    ),
    touchpoint_ids,
    st.sampled_from(PEOPLE),
    valences,
)
answers = st.builds(
    lambda who, value: SetAnswer(
        subject_id="visit", participant_id=who, part="overall", value=value
    ),
    st.sampled_from(PEOPLE),
    st.none() | st.integers(0, 10).map(float),
)
singles = adds | texts | values | places | switches | ratings | answers
commands = singles | st.builds(
    lambda few: Batch(commands=tuple(few)), st.lists(singles, min_size=1, max_size=4)
)


def entry(number, command, actor="ana", undoes=None):
    """Make the entry of a command, the number being its place in the order."""
    return Entry(
        id=f"e{number}",
        lamport=number,
        site="room",
        actor=actor,
        undoes=undoes,
        command=command,
    )
