"""What a participant has said of a journey: of their own values nothing is hidden."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import JsonValue

from cxcore.model import Answers, Rating, Standpoint, Workshop
from cxlive.rounds.answers import NOTHING, Said
from cxlive.rounds.facilitation import Round

NOT_RATED = Rating()
NOT_ANSWERED = Answers()


@dataclass(frozen=True)
class Own:
    """A participant, the voices they had in a journey, and the round that is open."""

    participant_id: str
    voices: tuple[str, ...] = ()
    open_round: Round | None = None
    said: Said = field(default_factory=lambda: NOTHING)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids under which their values stand in the workshop, newest last."""
        return (self.participant_id, *self.voices)

    @property
    def seeds(self) -> tuple[str, ...]:
        """Ids whose values the open round begins with.

        An anonymous one never begins with what is known by name: a value that
        was left as it is would tell whose voice it is.
        """
        anonymous = self.open_round is not None and self.open_round.anonymous
        return self.voices if anonymous else (self.participant_id,)


def own_rating(workshop: Workshop, own: Own, touchpoint_id: str) -> Rating:
    """Return a participant's rating of a touchpoint, as the persona.

    A part that the open round asks is what was said there; until then it begins
    with what stands in the workshop.
    """
    if own.open_round is None and not own.voices:  # nearly always
        said = workshop.ratings.get(touchpoint_id, {}).get(own.participant_id, {})
        return said.get(Standpoint.AS_PERSONA, NOT_RATED)
    found = _standing(workshop, own.ids, touchpoint_id)
    if own.open_round is not None:
        same = own.seeds == own.ids
        seeds = found if same else _standing(workshop, own.seeds, touchpoint_id)
        for part in own.open_round.rated_parts:
            found[part] = own.said.get((touchpoint_id, part), seeds[part])
    return Rating.model_construct(**found)


def own_answer(workshop: Workshop, own: Own, subject_id: str, part: str) -> JsonValue:
    """Return a participant's answer about a journey as a whole, or of staff."""
    asked = own.open_round is not None and part in own.open_round.parts
    if asked and (subject_id, part) in own.said:
        return own.said[subject_id, part]
    of_subject = workshop.answers.get(subject_id, {})
    ids = own.seeds if asked else own.ids
    stand = [getattr(of_subject.get(each, NOT_ANSWERED), part) for each in ids]
    return next((value for value in reversed(stand) if value is not None), None)


def _standing(
    workshop: Workshop, ids: Sequence[str], touchpoint_id: str
) -> dict[str, Any]:
    found: dict[str, Any] = dict(vars(NOT_RATED))
    of_touchpoint = workshop.ratings.get(touchpoint_id, {})
    for each in ids:
        rating = of_touchpoint.get(each, {}).get(Standpoint.AS_PERSONA, NOT_RATED)
        found |= {part: said for part, said in vars(rating).items() if said is not None}
    return found
