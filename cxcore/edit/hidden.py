"""A workshop without what must stay private: parts of ratings, for all alike."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from cxcore.model import Answers, Rating, Record, Standpoint, Workshop

Key = TypeVar("Key")
Said = TypeVar("Said", bound=Record)

_Said = Mapping[str, Mapping[Standpoint, Rating]]
"""What is said of one touchpoint: participant, then standpoint."""


def without_parts(
    workshop: Workshop,
    journey_id: str,
    parts: Collection[str],
    touchpoint_ids: Collection[str] | None = None,
) -> Workshop:
    """Return the workshop without anybody's ratings of these parts (decision 16).

    What has nothing else in it is left out altogether, so that not even its being
    there tells who has said something. Whatever has none of the parts is shared
    with the workshop handed in.

    Args:
        workshop: all of it.
        journey_id: whose touchpoints are meant; no other journey is touched.
        parts: parts of a rating, of every standpoint; ``overall`` means the answer
            about the journey as a whole, ``able`` and ``willing`` those of staff about
            its touchpoints.
        touchpoint_ids: only these touchpoints; None: all of the journey.
    """
    of_ratings, of_whole = _Parts.of(Rating, parts), _Parts.of(Answers, parts)
    changes: dict[str, Any] = {}
    asked = _of_journey(workshop, journey_id)
    if touchpoint_ids is not None:
        asked &= set(touchpoint_ids)
    if of_ratings.hidden:
        changes["ratings"] = {
            touchpoint_id: _quiet(said, of_ratings) if touchpoint_id in asked else said
            for touchpoint_id, said in workshop.ratings.items()
        }
    answered = (asked | {journey_id}) & workshop.answers.keys()
    if of_whole.hidden and answered:
        quiet = {each: _cleared(workshop.answers[each], of_whole) for each in answered}
        changes["answers"] = {**workshop.answers, **quiet}
    return workshop.model_copy(update=changes) if changes else workshop


class _Parts(NamedTuple):
    """The fields of a record, those that are hidden and those that stay."""

    hidden: tuple[str, ...]
    others: tuple[str, ...]

    @classmethod
    def of(cls, record: type[Record], parts: Collection[str]) -> "_Parts":
        fields = record.model_fields
        hidden = tuple(name for name in fields if name in parts)
        return cls(hidden, tuple(name for name in fields if name not in parts))


def _quiet(said: _Said, parts: _Parts) -> _Said:
    """Return what is said of a touchpoint, without those who said no more."""
    left = {who: _cleared(at, parts) for who, at in said.items()}
    return {who: at for who, at in left.items() if at or not said[who]}


def _cleared(records: Mapping[Key, Said], parts: _Parts) -> dict[Key, Said]:
    """Clear parts of ratings or answers; leave out what this has emptied."""
    cleared = dict.fromkeys(parts.hidden)
    left = {}
    for key, record in records.items():
        values = vars(record)
        if not _has(values, parts.hidden):
            left[key] = record
        elif _has(values, parts.others):
            left[key] = record.model_copy(update=cleared)
    return left


def _has(values: Mapping[str, object], parts: Iterable[str]) -> bool:
    for part in parts:  # noqa: SIM110 - any() takes twice as long, for every rating
        if values[part] is not None:
            return True
    return False


def _of_journey(workshop: Workshop, journey_id: str) -> set[str]:
    stages = {
        stage.id for stage in workshop.stages.values() if stage.journey_id == journey_id
    }
    return {
        touchpoint.id
        for touchpoint in workshop.touchpoints.values()
        if touchpoint.stage_id in stages
    }
