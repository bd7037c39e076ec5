"""English for the codes of the analysis: what a mixed room reads at first sight.

Sentences speak to the room, never to one person's rating. Numbers, statistics and
the precise words stay one tap deeper; a test looks for them here.
"""

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
from cxcore.words.rounds import moved_sentence, moves_sentence, reveal_sentence

__all__ = [
    "CLOSE",
    "DIRECTION_WORDS",
    "KNOWN_FROM_WORDS",
    "OFFER_ITSELF",
    "REASON_WORDS",
    "SEPARATOR",
    "SIGNAL_WORDS",
    "VALENCE_STEPS",
    "VERDICT_WORDS",
    "direction_label",
    "explain_sum",
    "headline_sentence",
    "known_from_label",
    "moved_sentence",
    "moves_sentence",
    "number_word",
    "reveal_sentence",
    "signal_sentence",
    "split_sentence",
    "step_back_sentences",
    "valence_word",
    "verdict_sentence",
    "weighs_more",
    "whole_parts",
]
