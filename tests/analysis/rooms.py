"""Journeys at random, small enough to be read when a law fails."""

from hypothesis import settings
from hypothesis import strategies as st

from cxcore.model import EvidenceType, Persona, Settings, Viewpoint, Weighting
from tests.analysis.builders import Moment, workshop_of

STAGES = ("Before", "During", "After")


laws = settings(max_examples=50, deadline=None)
"""For laws over whole journeys: many small examples in little time."""

TENTHS = [tenth / 10 for tenth in range(-50, 51)]
ONE_TO_FIVE = [1.0, 2.0, 3.0, 4.0, 5.0]
ONE_TO_SEVEN = [*ONE_TO_FIVE, 6.0, 7.0]
TEN_POINTS = [float(point) for point in range(11)]

valences = st.sampled_from(TENTHS)


def ratings(*, complete=False):
    """Draw one rating; where it need not be complete, parts may be missing."""

    def one_of(values):
        return st.sampled_from(values if complete else [None, *values])

    return st.builds(
        lambda *values: dict(
            zip(
                ("valence", "importance", "expectation", "performance", "effort"),
                values,
                strict=True,
            )
        ),
        st.sampled_from(TENTHS) if complete else st.none() | st.sampled_from(TENTHS),
        *map(one_of, (ONE_TO_FIVE, TEN_POINTS, TEN_POINTS, ONE_TO_SEVEN)),
    )


fields = st.fixed_dictionaries(
    {
        "owner": st.sampled_from(["", "Desk", "Web"]),
        "moment_of_truth": st.booleans(),
        "kano": st.sampled_from([None, "must_be", "performance", "attractive"]),
        "reach": st.sampled_from([0.0, 0.4, 1.0]),
        "control": st.sampled_from([None, 0.1, 0.9]),
    }
)


@st.composite
def moment_lists(draw, *, complete=False, least=1, most=6):
    """Draw the touchpoints of a journey in map order, stage after stage."""
    count = draw(st.integers(least, most))
    people = draw(st.integers(1, 3))
    stages = sorted(draw(st.lists(st.integers(0, 2), min_size=count, max_size=count)))
    evidence = st.sampled_from(
        [[], [EvidenceType.SURVEY], [EvidenceType.STAFF_KNOWLEDGE, EvidenceType.DIARY]]
    )
    return [
        Moment(
            f"t{at}",
            [draw(ratings(complete=complete)) for _ in range(people)],
            STAGES[stages[at]],
            confidence=draw(evidence),
            **draw(fields),
        )
        for at in range(count)
    ]


settings_of_rooms = st.builds(
    Settings,
    weighting=st.sampled_from(list(Weighting)),
    signal_counts_from=st.sampled_from([0.0, 0.5, 0.8, 1.0]),
)

viewpoint_lists = st.lists(st.sampled_from([None, *Viewpoint]), min_size=4, max_size=4)


@st.composite
def workshops(draw):
    moments = draw(moment_lists())
    return workshop_of(
        *moments,
        viewpoints=draw(viewpoint_lists),
        settings=draw(settings_of_rooms),
        overall=draw(st.lists(st.sampled_from([None, *TEN_POINTS]), max_size=4)),
    )


def changed(moments, name, **fields_of_moment):
    """Return the moments with fields of one of them replaced."""
    return [
        Moment(
            moment.name,
            moment.ratings,
            moment.stage,
            moment.evidence,
            **(moment.fields | (fields_of_moment if moment.name == name else {})),
        )
        for moment in moments
    ]


def rated(moments, name, place, **parts):
    """Return the moments with one person's rating of one of them replaced."""
    return [
        Moment(
            moment.name,
            [
                rating | (parts if moment.name == name and at == place else {})
                for at, rating in enumerate(moment.ratings)
            ],
            moment.stage,
            moment.evidence,
            **moment.fields,
        )
        for moment in moments
    ]


def both(one, other):
    """Return one workshop with the journeys of both; the second under new names."""

    def renamed(key):
        return f"{key}-other"

    update = {
        "journeys": dict(one.journeys)
        | {
            renamed(k): j.model_copy(update={"id": renamed(k), "position": "z"})
            for k, j in other.journeys.items()
        },
        "stages": dict(one.stages)
        | {
            renamed(k): s.model_copy(
                update={"id": renamed(k), "journey_id": renamed(s.journey_id)}
            )
            for k, s in other.stages.items()
        },
        "touchpoints": dict(one.touchpoints)
        | {
            renamed(k): t.model_copy(
                update={"id": renamed(k), "stage_id": renamed(t.stage_id)}
            )
            for k, t in other.touchpoints.items()
        },
        "ratings": dict(one.ratings)
        | {renamed(k): said for k, said in other.ratings.items()},
        "personas": {"p": Persona(id="p", name="Another")},
        "participants": dict(other.participants) | dict(one.participants),
    }
    return one.model_copy(update=update)
