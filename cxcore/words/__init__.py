"""English for the codes of the analysis: what a mixed room reads at first sight.

Sentences speak to the room, never to one person's rating. Numbers, statistics and
the precise words stay one tap deeper; a test looks for them here.
"""

from cxcore.words.behind import (
    ALL_GREEN,
    UNBACKED_WORDS,
    arrival_sentence,
    department_sentence,
    is_bad,
)
from cxcore.words.checks import (
    BADGE_WORDS,
    SEVERITY_WORDS,
    finding_sentence,
    names_of,
    places_sentence,
)
from cxcore.words.evidence import (
    EVIDENCE_WORDS,
    KNOWN_BY_WORDS,
    known_sentence,
    lens_sentence,
    trust_sentence,
)
from cxcore.words.personas import (
    CHANNEL_WORDS,
    TOPIC_HINTS,
    TOPIC_TITLES,
    TOPIC_WORDS,
    TURN_WORDS,
    apart_sentence,
    short_names,
)
from cxcore.words.promise import OFFER_ITSELF, step_back_sentences
from cxcore.words.results import (
    CLOSE,
    DIRECTION_WORDS,
    KNOWN_FROM_WORDS,
    REASON_WORDS,
    SEPARATOR,
    SIGNAL_WORDS,
    VALENCE_STEPS,
    VERDICT_WORDS,
    direction_label,
    explain_sum,
    headline_sentence,
    known_from_label,
    number_word,
    signal_sentence,
    split_sentence,
    valence_word,
    verdict_sentence,
    weighs_more,
    whole_parts,
)
from cxcore.words.rounds import (
    CARD_WORDS,
    cards_sentence,
    moved_sentence,
    moves_sentence,
    reveal_sentence,
)
from cxcore.words.staff import (
    READY_WORDS,
    spread_sentence,
    staff_sentence,
)

__all__ = [
    "ALL_GREEN",
    "BADGE_WORDS",
    "CARD_WORDS",
    "CHANNEL_WORDS",
    "CLOSE",
    "DIRECTION_WORDS",
    "EVIDENCE_WORDS",
    "KNOWN_BY_WORDS",
    "KNOWN_FROM_WORDS",
    "OFFER_ITSELF",
    "READY_WORDS",
    "REASON_WORDS",
    "SEPARATOR",
    "SEVERITY_WORDS",
    "SIGNAL_WORDS",
    "TOPIC_HINTS",
    "TOPIC_TITLES",
    "TOPIC_WORDS",
    "TURN_WORDS",
    "UNBACKED_WORDS",
    "VALENCE_STEPS",
    "VERDICT_WORDS",
    "apart_sentence",
    "arrival_sentence",
    "cards_sentence",
    "department_sentence",
    "direction_label",
    "explain_sum",
    "finding_sentence",
    "headline_sentence",
    "is_bad",
    "known_from_label",
    "known_sentence",
    "lens_sentence",
    "moved_sentence",
    "moves_sentence",
    "names_of",
    "number_word",
    "places_sentence",
    "reveal_sentence",
    "short_names",
    "signal_sentence",
    "split_sentence",
    "spread_sentence",
    "staff_sentence",
    "step_back_sentences",
    "trust_sentence",
    "valence_word",
    "verdict_sentence",
    "weighs_more",
    "whole_parts",
]
