"""Whom a round asks, and what: told from the round and the workshop alone."""

from collections.abc import Collection

from cxcore.commands import SetAnswer, SetRating, Single
from cxcore.model import Workshop
from cxcore.rounds import OVERALL, RoundForm, staff_of, touchpoints_of
from cxlive.errors import NotAllowedError
from cxlive.rounds.answers import Said
from cxlive.rounds.facilitation import Phase, Round

NOT_YOURS = (
    "The people who deliver it are answering this round. You will all see together "
    "what comes out."
)


def asked_touchpoints(workshop: Workshop, asked: Round) -> list[str]:
    """Return the ids of the touchpoints that a round asks about."""
    there = touchpoints_of(workshop, asked.journey_id)
    if asked.touchpoint_ids is None:
        return there
    return [each for each in asked.touchpoint_ids if each in there]


def is_asked(workshop: Workshop, asked: Round, single: Single) -> bool:
    """Tell whether a change says what a round asks in private."""
    if isinstance(single, SetAnswer):
        return single.part in asked.parts and (
            single.subject_id == asked.journey_id
            if single.part == OVERALL
            else single.subject_id in (asked.touchpoint_ids or ())
        )
    if not isinstance(single, SetRating) or single.part not in asked.parts:
        return False
    if single.touchpoint_id not in workshop.touchpoints:
        return True  # pasted with the moment itself: it may well be of this journey
    if asked.touchpoint_ids is not None:
        return single.touchpoint_id in asked.touchpoint_ids
    return _journey_of(workshop, single.touchpoint_id) == asked.journey_id


def has_answered(asked: Round, said: Said) -> bool:
    """Tell whether somebody has said anything that a round asks."""
    return any(part in asked.parts and value != "" for (_, part), value in said.items())


def asked_among(
    workshop: Workshop, asked: Round, who: Collection[str]
) -> frozenset[str]:
    """Return which of these participants a round asks."""
    everybody = frozenset(who)
    if asked.form is RoundForm.STAFF:
        return everybody & staff_of(workshop)
    return everybody


def must_be_asked(workshop: Workshop, asked: Round, participant_id: str) -> None:
    """Refuse the answers of whoever is not asked.

    Raises:
        NotAllowedError: it is a staff round, and they do not deliver anything.
    """
    if not asked_among(workshop, asked, {participant_id}):
        raise NotAllowedError(NOT_YOURS)


def phase_with_round(phase: Phase, open_round: Round | None) -> Phase:
    """Return the phase to show: while a round is open it is the private one."""
    return Phase.PRIVATE if open_round is not None else phase


def _journey_of(workshop: Workshop, touchpoint_id: str) -> str | None:
    touchpoint = workshop.touchpoints.get(touchpoint_id)
    stage = workshop.stages.get(touchpoint.stage_id) if touchpoint else None
    return None if stage is None else stage.journey_id
