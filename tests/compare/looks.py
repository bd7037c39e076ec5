"""The outcome of a round, made of what each participant said."""

from cxcore.model import Rating, RoundOutcome, Standpoint
from tests.analysis.builders import JOURNEY, who


def outcome(standpoint=Standpoint.AS_PERSONA, **valences):
    """One round with the valences that each participant gave, None for none."""
    return RoundOutcome(
        id="round",
        journey_id=JOURNEY,
        number=1,
        parts=("valence",),
        standpoint=standpoint,
        asked=6,
        ratings={
            touchpoint: {
                who(at): {standpoint: Rating(valence=value)}
                for at, value in enumerate(values)
            }
            for touchpoint, values in valences.items()
        },
    )
