"""What people say in private rounds, by round and participant; never to change."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pydantic import JsonValue

from cxlive.store.contract import AnswerRecord

DONE, BET, NOTE = "done", "bet", "note"
"""Besides ratings: I am done, my bet on the worst moment, my note."""
VOICE = "voice"
"""Under which random id an anonymous round was written; known to the store alone."""

Said = Mapping[tuple[str, str], JsonValue]
"""What one participant says in one round: subject and part, to value."""

NOTHING: Said = MappingProxyType({})


@dataclass(frozen=True)
class Answers:
    """Everything said in the rounds of a room; a new one is made for each change."""

    _by_round: Mapping[str, Mapping[str, Said]] = field(default_factory=dict)

    @classmethod
    def read(cls, records: Iterable[AnswerRecord]) -> "Answers":
        """Return what the store holds."""
        by_round: dict[str, dict[str, dict[tuple[str, str], JsonValue]]] = {}
        for record in records:
            people = by_round.setdefault(record.round_id, {})
            said = people.setdefault(record.participant_id, {})
            said[record.subject_id, record.part] = json.loads(record.value)
        return cls(by_round)

    def of_round(self, round_id: str) -> Mapping[str, Said]:
        """Return who said what in a round."""
        return self._by_round.get(round_id, {})

    def of(self, round_id: str, participant_id: str) -> Said:
        """Return what a participant said in a round."""
        return self.of_round(round_id).get(participant_id, NOTHING)

    def with_answer(self, record: AnswerRecord) -> "Answers":
        """Return all that is said, this answer in the place of an older one."""
        people = self.of_round(record.round_id)
        said = self.of(record.round_id, record.participant_id)
        key = (record.subject_id, record.part)
        new = {**said, key: json.loads(record.value)}
        by_person = {**people, record.participant_id: new}
        return Answers({**self._by_round, record.round_id: by_person})

    def voices(self, participant_id: str, journey_id: str) -> tuple[str, ...]:
        """Return the voices that a participant has had in a journey's rounds."""
        found = (
            people.get(participant_id, NOTHING).get((journey_id, VOICE))
            for people in self._by_round.values()
        )
        return tuple(voice for voice in found if isinstance(voice, str))


def answer(
    room_id: str,
    round_id: str,
    participant_id: str,
    subject_id: str,
    part: str,
    value: JsonValue,
) -> AnswerRecord:
    """Return an answer as the store keeps it."""
    body = json.dumps(value, allow_nan=False).encode()
    return AnswerRecord(room_id, round_id, participant_id, subject_id, part, body)
