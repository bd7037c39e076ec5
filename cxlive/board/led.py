"""How the room is led, as keys of the table of state: the open round, phase, lock."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cxcore.model import Workshop
from cxcore.rounds import HINTS, Asked, RoundForm, minutes, question, taps
from cxlive.channel.messages import Table
from cxlive.room.ledger import Snapshot
from cxlive.rounds.answers import BET, NOTE
from cxlive.rounds.facilitation import Phase, Round
from cxlive.rounds.own import Own, own_overall
from cxlive.rounds.rounds import (
    Led,
    asked_touchpoints,
    has_answered,
    people_done,
    phase_with_round,
)

PHASES = {
    Phase.GATHER: "Gather",
    Phase.DRAW: "Draw together",
    Phase.PRIVATE: "Private round",
    Phase.TALK: "Talk about it",
    Phase.DECIDE: "Decide",
}

_ASKED_OF_THE_WHOLE = frozenset({"overall", "dot"})
"""Parts that are asked on one screen, not stage by stage."""


@dataclass(frozen=True)
class Source:
    """All that a view is made from: the same source makes the same view."""

    snapshot: Snapshot
    led: Led
    present: frozenset[str]
    """Participants who are asked in the open round."""
    day: date

    def is_like(self, other: "Source") -> bool:
        """Tell whether the other would make the same view; compares no contents."""
        return (
            self.snapshot is other.snapshot
            and self.led is other.led
            and self.present == other.present
            and self.day == other.day
        )


def led_keys(source: Source, journey_id: str | None) -> Table:
    """Return the keys that say how the room is led; the same for all seats."""
    led, whole = source.led, source.snapshot.workshop
    facilitation, asked = led.facilitation, led.open_round(whole)
    here = asked if asked is not None and asked.journey_id == journey_id else None
    return {
        "lead": {
            "locked": facilitation.locked,
            "names": facilitation.names,
            "phase": phase_with_round(facilitation.phase, asked).value,
            "phases": [[phase.value, word] for phase, word in PHASES.items()],
            "round_in": None if asked is None else asked.journey_id,
        },
        "round": None if here is None else _round(source, here),
    }


def with_led(table: Table, keys: Table) -> Table:
    """Return a table with these keys; the very same one where nothing is new."""
    if all(key in table and table[key] == value for key, value in keys.items()):
        return table
    new = {**table, **keys}
    if "computed" in table:
        new["computed"] = with_line(table["computed"], keys["round"])
    return new


def with_line(computed: Table, asked: Table | None) -> Table:
    """Return what is computed, in an open round with its line for a headline."""
    return computed if asked is None else {**computed, "headline": asked["line"]}


def round_me(whole: Workshop, own: Own) -> dict[str, Any] | None:
    """Return what a participant has said in the open round besides ratings."""
    asked = own.open_round
    if asked is None:
        return None
    notes = [
        {"touchpoint": about, "text": text}
        for (about, part), text in own.said.items()
        if part == NOTE and text
    ]
    return {
        "done": bool(own.said.get((asked.journey_id, "done"))),
        "bet": own.said.get((asked.journey_id, BET)),
        "note": notes[-1] if notes else None,
        "overall": own_overall(whole, own, asked.journey_id),
    }


def _round(source: Source, asked: Round) -> dict[str, Any]:
    whole, led = source.snapshot.workshop, source.led
    touchpoints = asked_touchpoints(whole, asked)
    answered = {
        who
        for who, said in led.answers.of_round(asked.id).items()
        if has_answered(asked, said)
    }
    everybody = source.present | answered
    done = len(people_done(led, asked))
    answers = taps(Asked(asked.parts), len(touchpoints))
    return {
        "id": asked.id,
        "number": asked.number,
        "form": asked.form.value,
        "parts": list(asked.parts),
        "touchpoints": touchpoints,
        "persona": _persona(whole, asked.journey_id),
        "anonymous": asked.anonymous,
        "second_look": asked.form is RoundForm.SECOND_LOOK,
        "steps": _steps(whole, asked),
        "taps": answers,
        "minutes": minutes(answers),
        "done": done,
        "of": max(done, len(everybody)),
        "line": f"Private round: {done} of {max(done, len(everybody))} done",
    }


def _steps(whole: Workshop, asked: Round) -> list[dict[str, Any]]:
    persona = _persona(whole, asked.journey_id)
    return [
        {
            "part": part,
            "title": question(part, persona),
            "hint": HINTS[part],
            "stages": part not in _ASKED_OF_THE_WHOLE,
        }
        for part in asked.parts
    ]


def _persona(whole: Workshop, journey_id: str) -> str | None:
    persona = whole.personas.get(whole.journeys[journey_id].persona_id or "")
    return None if persona is None or persona.removed else persona.name
