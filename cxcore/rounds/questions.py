"""The questions of a round in words, and how to answer each in one line."""

from collections.abc import Mapping

from cxcore.rounds.forms import OVERALL

STAFF = "staff"
"""The one question that stands above both answers of staff."""


def question(part: str, persona: str | None) -> str:
    """Return the question about a part, asked by standpoint.

    Args:
        part: a part of a rating, ``overall``, a card, or ``STAFF``.
        persona: whose journey it is, or who the cards are about; None: the customer.
    """
    # "Helena, one machine, two footballers" is asked as Helena.
    who = (persona or "the customer").split(",")[0]
    return _QUESTIONS[part].format(who=who)


_QUESTIONS: Mapping[str, str] = {
    OVERALL: "All in all, how is it for {who}?",
    "dot": "Which three moments matter most to {who}?",
    "importance": "As {who}, how much does it matter?",
    "valence": "As {who}, how does it feel?",
    "expectation": "As {who}, how good do I expect it to be?",
    "performance": "As {who}, how good is it really?",
    "effort": "As {who}, how hard is it?",
    "sentence": "Who is {who}? One true sentence she would say.",
    "wants": "What does {who} want to get done?",
    "fears": "What does {who} fear?",
    "smiles": "What makes {who} smile?",
    "others": "Who else has a say when {who} decides?",
    STAFF: "Could I deliver this to {who} tomorrow? Do I want to?",
}

HINTS: Mapping[str, str] = {
    OVERALL: "0 is the worst, 10 the best.",
    "dot": "Tap up to three. Tap again to take one back.",
    "importance": "1 hardly matters, 5 matters most.",
    "valence": "Tap or drag; what you leave open stays a gap.",
    "expectation": "0 is nothing at all, 10 is perfect.",
    "performance": "0 is nothing at all, 10 is perfect.",
    "effort": "1 is easy, 7 is very hard.",
    "sentence": "In her own words, such as “I have no time for a second visit”.",
    "wants": "The job behind it: one line is enough.",
    "fears": "What would make her wish she had not come.",
    "smiles": "A small thing counts.",
    "others": "At home, at work, online: whom does she ask or listen to?",
    STAFF: "1 is no, 5 is yes. Leave open what is not your work.",
}
"""How to answer, in one line."""
