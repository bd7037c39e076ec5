"""Workshops at random with something, or nothing, in all that checks look at."""

from hypothesis import strategies as st

from cxcore.model import (
    AcceptedFinding,
    Answer,
    BrandValue,
    Channel,
    Dimension,
    EvidenceType,
    OpportunityKind,
    OpportunityStatus,
    ProcessStatus,
    Purchase,
    Review,
    Statement,
    StatementTopic,
)
from tests.analysis.rooms import workshops
from tests.checkup.build import TODAY, adding, change, evidence, need, persona, process

CHECK_IDS = [f"CX{number:02d}" for number in range(1, 38)]

maybe = st.none() | st.sampled_from([0.0, 3.0, 10.0])
answers = st.sampled_from(list(Answer))


def some(kind):
    return st.none() | st.sampled_from(list(kind))


touchpoint_fields = st.fixed_dictionaries(
    {
        "channel": some(Channel),
        "dimension": some(Dimension),
        "scripted": answers,
        "can_change": answers,
        "investment": maybe,
        "brand_value_ids": st.sampled_from([(), ("calm",)]),
        "name": st.sampled_from(["Pay", "pay ", "Approve it", "🎈", "Queue"]),
    }
)


@st.composite
def filled(draw):
    """Draw a workshop of one journey with evidence, processes, ideas and people."""
    room = draw(workshops())
    touchpoints = sorted(room.touchpoints)
    linked = st.lists(st.sampled_from(touchpoints), max_size=3, unique=True).map(tuple)
    things = [
        *(_with(draw(touchpoint_fields), t) for t in room.touchpoints.values()),
        *(
            _with({"purchase": draw(some(Purchase))}, stage)
            for stage in room.stages.values()
        ),
        *(
            _with({"owner": draw(st.sampled_from(["", "Ana"]))}, journey)
            for journey in room.journeys.values()
        ),
    ]
    extras = st.lists(_extras(linked), max_size=5, unique_by=lambda one: one.id)
    return adding(room, *things, *draw(extras))


def _with(fields, thing):
    return thing.model_copy(update=fields)


def _extras(linked):
    """Draw one thing beside the journey; its id tells its kind and one number."""
    numbers = st.sampled_from("12")
    return st.one_of(
        st.builds(
            lambda no, at, kind, status: change(
                f"change{no}", *at, opportunity_kind=kind, status=status
            ),
            numbers,
            linked,
            some(OpportunityKind),
            st.sampled_from(list(OpportunityStatus)),
        ),
        st.builds(
            lambda no, at, kind, on: evidence(f"source{no}", kind, *at, date=on),
            numbers,
            linked,
            st.sampled_from(list(EvidenceType)),
            st.sampled_from([None, TODAY]),
        ),
        st.builds(
            lambda no, at, status, training: process(
                f"process{no}", *at, status=status, training=training
            ),
            numbers,
            linked,
            st.sampled_from(list(ProcessStatus)),
            st.sampled_from(["", "Yes"]),
        ),
        st.builds(
            lambda topic: Statement(
                id="said", persona_id="marta", topic=topic, text="Something"
            ),
            st.sampled_from(list(StatementTopic)),
        ),
        st.builds(
            lambda check_id, at, no: AcceptedFinding(
                id=f"accepted{no}",
                check=check_id,
                subject_ids=at,
                reason=f"Because {no}",
            ),
            st.sampled_from(CHECK_IDS),
            linked,
            numbers,
        ),
        st.sampled_from(
            [
                BrandValue(id="calm", name="Calm"),
                persona("marta"),
                need("rest"),
                Review(id="review", journey_id="journey", on=TODAY, ratings={}),
            ]
        ),
    )


tops = st.none() | st.dictionaries(
    st.sampled_from([f"t{at}" for at in range(6)]), st.sampled_from([0.0, 0.5, 1.0])
)
"""P(top k) by touchpoint, or that nobody asked."""
