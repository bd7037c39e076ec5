"""A new private round: what it asks, and why it cannot be asked just now."""

from cxcore.analysis import analyse_grid, grid_of
from cxcore.edit import visible
from cxcore.model import Workshop
from cxcore.rounds import RoundForm, asked_about, asked_by
from cxlive.errors import RoundError
from cxlive.ids import new_id
from cxlive.room.opening import now
from cxlive.rounds.facilitation import Round

_MISSING = {
    RoundForm.TOP_THREE: "Nothing is ranked yet. Ask how it feels first.",
    RoundForm.SECOND_LOOK: "There was no first round yet. Start with that.",
    RoundForm.STAFF: "There are no moments of ours that staff could be asked about.",
}


def new_round(
    workshop: Workshop, subject_id: str, form: RoundForm, *, anonymous: bool
) -> Round:
    """Return a round as it begins.

    Args:
        workshop: with what it is about.
        subject_id: a persona for the five cards, else a journey.
        form: which questions.
        anonymous: nobody is to be named; that of staff never names anybody.

    Raises:
        RoundError: what it is about is not there, or there is nothing to ask.
    """
    if form is RoundForm.CARDS:
        return _about_persona(workshop, subject_id)
    return _about_journey(workshop, subject_id, form, anonymous=anonymous)


def _about_persona(workshop: Workshop, persona_id: str) -> Round:
    persona = workshop.personas.get(persona_id)
    if persona is None or persona.removed:
        msg = "This persona is not there any more."
        raise RoundError(msg)
    return Round(
        id=new_id(),
        persona_id=persona_id,
        number=1,
        form=RoundForm.CARDS,
        parts=asked_about(persona).parts,
    )


def _about_journey(
    workshop: Workshop, journey_id: str, form: RoundForm, *, anonymous: bool
) -> Round:
    journey = workshop.journeys.get(journey_id)
    if journey is None or journey.removed:
        msg = "This journey is not there any more."
        raise RoundError(msg)
    earlier = [
        each for each in workshop.rounds.values() if each.journey_id == journey_id
    ]
    ranking = _ranking(workshop, journey_id) if form is RoundForm.TOP_THREE else ()
    asked = asked_by(workshop, journey_id, form, ranking)
    felt = any("valence" in each.parts for each in earlier)
    if not asked.parts or (form is RoundForm.SECOND_LOOK and not felt):
        raise RoundError(_MISSING.get(form, "There are no moments to ask about yet."))
    # Whoever spoke without a name must not be held beside what they say with one.
    without_names = form is RoundForm.STAFF or any(
        each.anonymous and set(each.parts) & set(asked.parts) for each in earlier
    )
    return Round(
        id=new_id(),
        journey_id=journey_id,
        number=1 + len(earlier),
        form=form,
        parts=asked.parts,
        touchpoint_ids=asked.touchpoint_ids,
        anonymous=anonymous or without_names,
    )


def _ranking(workshop: Workshop, journey_id: str) -> tuple[str, ...]:
    shown = visible(workshop)
    grid = grid_of(shown, journey_id, now().date())
    return analyse_grid(grid, shown.settings, in_full=False).ranking
