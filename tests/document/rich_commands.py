"""One change of every kind, over the rich workshop."""

COMMANDS = [
    {
        "kind": "add",
        "of": "touchpoint",
        "thing": {
            "id": "board",
            "stage_id": "airport",
            "name": "Boarding",
            "position": "c",
        },
    },
    {
        "kind": "write_text",
        "of": "touchpoint",
        "id": "gate",
        "field": "name",
        "text": "Find the gate",
        "seen": "Gate",
    },
    {
        "kind": "set_value",
        "of": "touchpoint",
        "id": "gate",
        "field": "channel",
        "value": "app",
    },
    {
        "kind": "set_value",
        "of": "settings",
        "id": "settings",
        "field": "exposure",
        "value": {
            "moment_of_truth": 0.4,
            "low_point": 0.3,
            "end": 0.2,
            "handover": 0.1,
        },
    },
    {
        "kind": "place",
        "of": "touchpoint",
        "id": "gate",
        "parent_id": "airport",
        "position": "g",
    },
    {"kind": "remove", "of": "touchpoint", "id": "board"},
    {"kind": "restore", "of": "touchpoint", "id": "board"},
    {
        "kind": "set_rating",
        "touchpoint_id": "gate",
        "participant_id": "ana",
        "standpoint": "customers_told",
        "part": "valence",
        "value": 2,
    },
    {
        "kind": "set_answer",
        "subject_id": "fly",
        "participant_id": "ana",
        "part": "overall",
        "value": 7.5,
    },
    {
        "kind": "batch",
        "label": "Drag the stage",
        "commands": [
            {
                "kind": "set_rating",
                "touchpoint_id": "gate",
                "participant_id": "ana",
                "part": "dot",
                "value": False,
            },
            {
                "kind": "set_rating",
                "touchpoint_id": "security",
                "participant_id": "ana",
                "part": "valence",
                "value": None,
            },
        ],
    },
]
