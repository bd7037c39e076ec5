"""A workshop that has something in every field of every collection.

Run as a script it writes the frozen file of the present version, once:
`python -m tests.document.rich`. A frozen file is never written again.
"""

import json

from cxcore.commands import Entry
from cxcore.document import VERSION, Envelope, read, write
from cxcore.edit import fold
from cxcore.model import Workshop
from tests.document.files import FROZEN, entry_data
from tests.document.rich_commands import COMMANDS

RATING = {
    "valence": -3.5,
    "importance": 5,
    "dot": True,
    "expectation": 8,
    "performance": 2.5,
    "effort": 6,
}
RATINGS = {"security": {"ana": {"as_persona": RATING}}}

TOUCHPOINT = {
    "id": "security",
    "removed": False,
    "stage_id": "airport",
    "name": "Security 🛂",
    "position": "H",
    "whole_stage": True,
    "channel": "on_site",
    "dimension": "social",
    "owner": "Airport",
    "ownership": "partner",
    "control": 0.2,
    "moment_of_truth": True,
    "kano": "must_be",
    "reach": 0.95,
    "wanted": 1.5,
    "derived_importance": 0.75,
    "action": "Unpacks her bag.",
    "thoughts": "“Will I miss my flight?”",
    "pain_points": "Nobody says how long it takes.\nThe queue splits.",
    "gains": "A calm word.",
    "others_present": "Her children",
    "props": "Trays, belts",
    "front_stage": "Officers wave her on.",
    "back_stage": "Shift plan",
    "support": "Training of the contractor",
    "systems": "Queue sensors",
    "insist_on": "Nobody waits longer than 15 minutes.",
    "freedom": "How to greet her.",
    "scripted": "no",
    "signature": True,
    "signature_product": "Family lane",
    "signature_process": "Waiting time on the app",
    "signature_behaviour": "Kneels down to children",
    "easy": "no",
    "knows_me": "yes",
    "can_change": "yes",
    "investment": 3,
    "brand_value_ids": ["calm"],
    "same_as": "gate",
}

BASE = {
    "id": "flight",
    "brief": {
        "name": "Family flight",
        "promise": "You arrive rested.",
        "expected": "To be told what comes next",
        "customers_value": "Being seen",
        "recommended_for": "Help with the children",
        "segments": "Families",
        "scope": "Airport only",
        "owner": "Head of service",
        "review_on": "2027-05-01",
    },
    "settings": {
        "weighting": "viewpoints",
        "severity": {"pain": 0.6, "gap": 0.2, "effort": 0.2},
        "checkup": {"nobody_delivers": 0.4},
        "show_names": True,
    },
    "participants": {
        "ana": {
            "id": "ana",
            "name": "Ana Ñandú",
            "viewpoint": "front_line",
            "department": "Gate",
            "shown_alone": True,
            "position": "H",
        },
        "ben": {"id": "ben", "name": "Ben", "removed": True},
        "voice": {"id": "voice", "name": "Voice 1 of round 1", "anonymous": True},
    },
    "personas": {
        "marta": {
            "id": "marta",
            "name": "Marta",
            "portrait": "👩‍👧",
            "segment": "Families",
            "position": "H",
        }
    },
    "statements": {
        "s1": {
            "id": "s1",
            "persona_id": "marta",
            "topic": "free",
            "title": "Mornings",
            "text": "She is up at five.",
            "heard_from": "three mothers",
            "evidence_ids": ["walk"],
            "position": "H",
        }
    },
    "needs": {
        "n1": {
            "id": "n1",
            "persona_id": "marta",
            "text": "To be told what comes next",
            "latent": True,
            "touchpoint_ids": ["security"],
            "evidence_ids": ["walk"],
            "position": "H",
        }
    },
    "journeys": {
        "fly": {
            "id": "fly",
            "name": "Fly to Rome",
            "persona_id": "marta",
            "scenario": "First flight with two children",
            "journey_kind": "planned",
            "importance_mode": "dots",
            "owner": "Service design",
            "scope": "Door to gate",
            "notice": "Look at Security first.",
            "position": "H",
        }
    },
    "stages": {
        "airport": {
            "id": "airport",
            "journey_id": "fly",
            "name": "At the airport",
            "wants": "get to the gate in time",
            "intended_feeling": "calm",
            "purchase": "during",
            "position": "H",
        }
    },
    "touchpoints": {
        "security": TOUCHPOINT,
        "gate": {"id": "gate", "stage_id": "airport", "name": "Gate", "position": "U"},
    },
    "pins": {
        "pin1": {
            "id": "pin1",
            "journey_id": "fly",
            "touchpoint_id": "security",
            "text": "Here it breaks.",
            "position": "H",
        }
    },
    "ratings": RATINGS,
    "answers": {
        "fly": {"ana": {"overall": 6, "would_return": 7, "would_recommend": 5}},
        "screening": {"ana": {"able": 2, "willing": 4.5}},
    },
    "brand_values": {
        "calm": {
            "id": "calm",
            "name": "Calm",
            "meaning": "No surprises",
            "position": "H",
        }
    },
    "evidence": {
        "walk": {
            "id": "walk",
            "evidence_type": "walk_through",
            "title": "Walked it on a Friday",
            "text": "42 minutes in the queue",
            "quotes": "“Is this the right line?”",
            "source": "Team",
            "links": "https://example.org/walk\nhttps://example.org/film",
            "date": "2026-10-02",
            "at": "2026-10-02T14:32:00+02:00",
            "n": 3,
            "feeling": -2.5,
            "survey": {"security": [-2.5, None, 0]},
            "survey_overall": [4, None, 7.5],
            "journey_ids": ["fly"],
            "touchpoint_ids": ["security"],
            "persona_ids": ["marta"],
            "statement_ids": ["s1"],
            "process_ids": ["screening"],
            "position": "H",
        }
    },
    "processes": {
        "screening": {
            "id": "screening",
            "name": "Screening",
            "owner": "Contractor",
            "lane": "front_stage",
            "status": "works",
            "note": "Two shifts",
            "training": "How to speak with children",
            "trained_on": "2026-09-01",
            "touchpoint_ids": ["security"],
            "position": "H",
        }
    },
    "opportunities": {
        "lane": {
            "id": "lane",
            "name": "Open a family lane",
            "note": "Ask the contractor",
            "opportunity_kind": "reduce_effort",
            "status": "planned",
            "owner": "Ben",
            "touchpoint_ids": ["security"],
            "process_ids": ["screening"],
            "brand_value_ids": ["calm"],
            "launch_on": "2027-03-01",
            "trained_on": "2027-02-01",
            "readiness": 3,
            "work": 6,
            "target": 2,
            "position": "H",
        }
    },
    "findings": {
        "f1": {
            "id": "f1",
            "check": "CX13",
            "subject_ids": ["security"],
            "reason": "We walk it in spring.",
            "on": "2026-11-20",
        }
    },
    "rounds": {
        "r1": {
            "id": "r1",
            "journey_id": "fly",
            "number": 1,
            "parts": ["valence", "dot"],
            "standpoint": "own_experience",
            "anonymous": True,
            "asked": 4,
            "revealed_at": "2026-11-20T10:15:00Z",
            "ratings": {"security": {"voice1": {"own_experience": {"valence": -4}}}},
        }
    },
    "reviews": {
        "v1": {
            "id": "v1",
            "journey_id": "fly",
            "on": "2026-11-20",
            "note": "Before the family lane",
            "touchpoint_ids": ["security"],
            "ratings": RATINGS,
            "forecast": {"security": 1.5},
        }
    },
}


def rich_envelope():
    """A workshop with everything in it, and a change of every kind behind it."""
    entries = [entry_data(number, one) for number, one in enumerate(COMMANDS, 1)]
    entries[0] |= {"actor": "ana", "at": "2026-11-20T11:00:00+01:00"}
    entries[6] |= {"undoes": "e6"}
    base = Workshop.model_validate(BASE)
    history = tuple(Entry.model_validate(entry) for entry in entries)
    return Envelope(fold(base, history), base, history)


def freeze():
    """Write the file of this version as somebody could have written it by hand."""
    frozen = FROZEN / f"version-{VERSION}.json"
    if frozen.exists():
        message = "a frozen file is never written again"
        raise SystemExit(message)
    data = write(rich_envelope()).data
    by_hand = json.dumps(json.loads(data), indent=1, sort_keys=True) + "\n"
    frozen.write_text(by_hand, encoding="utf-8")
    canonical = write(read(by_hand.encode()).envelope).data
    (FROZEN / f"version-{VERSION}.canonical.json").write_bytes(canonical)


if __name__ == "__main__":
    freeze()
