"""How the room is led, as keys of the table of state: the open round, phase, lock."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from cxcore.model import Workshop
from cxcore.rounds import (
    CARDS,
    DELIVERERS,
    HINTS,
    NAME,
    NEW_PERSONA,
    OVERALL,
    SECONDS_A_CARD,
    SECONDS_A_TAP,
    STAFF,
    STAFF_PARTS,
    Asked,
    RoundForm,
    delivered,
    minutes,
    question,
    staff_of,
    taps,
)
from cxlive.channel.messages import Table
from cxlive.room.ledger import Snapshot
from cxlive.rounds.answers import BET, DONE, NOTE
from cxlive.rounds.asking import (
    asked_among,
    asked_touchpoints,
    has_answered,
    phase_with_round,
)
from cxlive.rounds.facilitation import Phase, Round
from cxlive.rounds.own import Own, own_answer
from cxlive.rounds.rounds import Led, people_done

PHASES = {
    Phase.GATHER: "Gather",
    Phase.DRAW: "Draw together",
    Phase.PRIVATE: "Private round",
    Phase.TALK: "Talk about it",
    Phase.DECIDE: "Decide",
}

_ASKED_AT_ONCE = frozenset({OVERALL, "dot", *CARDS})
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
    here = asked if asked is not None and asked.is_seen_from(journey_id) else None
    return {
        "lead": {
            "locked": facilitation.locked,
            "names": facilitation.names,
            "phase": phase_with_round(facilitation.phase, asked).value,
            "phases": [[phase.value, word] for phase, word in PHASES.items()],
            "round_in": None if asked is None else asked.journey_id or None,
            "round_for": _asked_viewpoints(asked),
            "felt": _was_felt(whole, journey_id),
            "staff": None if asked is not None else _staff(whole, journey_id),
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
    """Return what is computed, in a round that rates with its line for a headline."""
    if asked is None or not RoundForm(asked["form"]).rates:
        return computed
    return {**computed, "headline": asked["line"]}


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
        "done": bool(own.said.get((asked.subject_id, DONE))),
        "bet": own.said.get((asked.subject_id, BET)),
        "note": notes[-1] if notes else None,
        "overall": own_answer(whole, own, asked.journey_id, OVERALL),
        "cards": {
            card: text
            for card in (NAME, *CARDS)
            if (text := own.said.get((asked.persona_id, card)))
        },
        "staff": _own_staff(whole, own, asked),
    }


def _own_staff(whole: Workshop, own: Own, asked: Round) -> dict[str, Any]:
    if asked.form is not RoundForm.STAFF:
        return {}
    return {
        each: {part: own_answer(whole, own, each, part) for part in STAFF_PARTS}
        for each in asked_touchpoints(whole, asked)
    }


def _asked_viewpoints(asked: Round | None) -> list[str] | None:
    """Return who alone is asked; None: everybody."""
    if asked is None or asked.form is not RoundForm.STAFF:
        return None
    return [viewpoint.value for viewpoint in DELIVERERS]


def _was_felt(whole: Workshop, journey_id: str | None) -> bool:
    """Tell whether a round has asked how this journey feels: there is a second look."""
    return any(
        each.journey_id == journey_id and "valence" in each.parts
        for each in whole.rounds.values()
    )


def _staff(whole: Workshop, journey_id: str | None) -> dict[str, int]:
    """Count what a staff round would ask, and whom."""
    moments = () if journey_id is None else delivered(whole, journey_id)
    return {"moments": len(moments), "people": len(staff_of(whole))}


def _round(source: Source, asked: Round) -> dict[str, Any]:
    whole, led = source.snapshot.workshop, source.led
    touchpoints = asked_touchpoints(whole, asked)
    answered = {
        who
        for who, said in led.answers.of_round(asked.id).items()
        if has_answered(asked, said)
    }
    everybody = asked_among(whole, asked, source.present) | answered
    done = len(people_done(led, asked))
    answers = taps(Asked(asked.parts), len(touchpoints))
    each = SECONDS_A_TAP if asked.journey_id else SECONDS_A_CARD
    return {
        "id": asked.id,
        "number": asked.number,
        "form": asked.form.value,
        "parts": list(asked.parts),
        "touchpoints": touchpoints,
        "persona": _persona(whole, asked),
        "about": _about(whole, asked),
        "anonymous": asked.anonymous,
        "second_look": asked.form is RoundForm.SECOND_LOOK,
        "steps": _steps(whole, asked),
        "taps": answers,
        "minutes": minutes(answers, each),
        "done": done,
        "of": max(done, len(everybody)),
        "line": f"Private round: {done} of {max(done, len(everybody))} done",
    }


def _steps(whole: Workshop, asked: Round) -> list[dict[str, Any]]:
    persona = _persona(whole, asked)
    # A name stands on the first card, and both answers of staff on one screen.
    parts = [part for part in asked.parts if part not in (NAME, *STAFF_PARTS)]
    if asked.form is RoundForm.STAFF:
        parts = [STAFF]
    return [
        {
            "part": part,
            "title": question(part, persona),
            "hint": HINTS[part],
            "stages": part not in _ASKED_AT_ONCE,
        }
        for part in parts
    ]


def _persona(whole: Workshop, asked: Round) -> str | None:
    """Return the name of whom it is about; None while she has none."""
    journey = whole.journeys.get(asked.journey_id)
    persona_id = journey.persona_id if journey else asked.persona_id
    persona = whole.personas.get(persona_id or "")
    if persona is None or persona.removed or persona.name == NEW_PERSONA:
        return None
    return persona.name


def _about(whole: Workshop, asked: Round) -> dict[str, str]:
    """Return the journey or persona that it is about."""
    thing = whole.personas.get(asked.persona_id) or whole.journeys[asked.journey_id]
    return {"kind": thing.kind, "id": thing.id, "name": thing.name}
