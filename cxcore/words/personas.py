"""What sets personas apart, in one sentence each."""

from collections import Counter
from collections.abc import Mapping

from cxcore.analysis import TurnCode
from cxcore.compare import (
    Apart,
    ApartCode,
)
from cxcore.model import Channel, Persona, StatementTopic
from cxcore.words.results import valence_word
from cxcore.words.rounds import CARD_WORDS

CHANNEL_WORDS: Mapping[Channel, str] = {
    Channel.WEB: "the website",
    Channel.APP: "the app",
    Channel.MAIL: "e-mail",
    Channel.PHONE: "the phone",
    Channel.CHAT: "chat",
    Channel.LETTER: "letters",
    Channel.STORE: "the shop",
    Channel.ON_SITE: "what is on site",
    Channel.AT_HOME: "visits at home",
    Channel.MACHINE: "machines",
    Channel.SOCIAL_MEDIA: "social media",
    Channel.WORD_OF_MOUTH: "word of mouth",
    Channel.OTHER: "another way",
}
"""Channels as the end of "Only Marta uses …"."""

TOPIC_WORDS: Mapping[StatementTopic, str] = {
    StatementTopic.SENTENCE: "what {who} would say",
    StatementTopic.WANTS: "what {who} wants to get done",
    StatementTopic.FEARS: "what {who} fears",
    StatementTopic.SMILES: "what makes {who} smile",
    StatementTopic.OTHERS: "who else has a say for {who}",
    StatementTopic.JOB: "what {who} has to do",
    StatementTopic.EXPECTATION: "what {who} expects",
    StatementTopic.PHYSICAL: "the places and things around {who}",
    StatementTopic.SOCIAL: "the people around {who}",
    StatementTopic.TECHNOLOGICAL: "the technology around {who}",
    StatementTopic.CHANNEL: "how {who} likes to be reached",
    StatementTopic.TRAIT: "what {who} is like",
    StatementTopic.FREE: "something more of {who}",
}
"""Topics as in "We have written down …"."""

TOPIC_TITLES: Mapping[StatementTopic, str] = {
    **CARD_WORDS,
    StatementTopic.JOB: "Jobs to be done",
    StatementTopic.EXPECTATION: "What she expects",
    StatementTopic.PHYSICAL: "Places and things",
    StatementTopic.SOCIAL: "People",
    StatementTopic.TECHNOLOGICAL: "Technology",
    StatementTopic.CHANNEL: "How she likes to be reached",
    StatementTopic.TRAIT: "What she is like",
    StatementTopic.FREE: "Something else",
}
"""Headings of what is said of a persona, the five cards first."""

TOPIC_HINTS: Mapping[StatementTopic, str] = {
    StatementTopic.SENTENCE: "One true sentence, in her own words.",
    StatementTopic.WANTS: "Not our product: what it is for.",
    StatementTopic.FEARS: "What would make her wish she had not come.",
    StatementTopic.SMILES: "A small thing counts.",
    StatementTopic.OTHERS: "At home, at work, online: whom does she listen to?",
    StatementTopic.JOB: "When … she wants to …, so that …",
    StatementTopic.EXPECTATION: "Of us, and of anybody in our trade.",
    StatementTopic.PHYSICAL: "Where is she, what is around her, what does she carry?",
    StatementTopic.SOCIAL: (
        "How does she like strangers to treat her, who influences her, whom can she "
        "ask?"
    ),
    StatementTopic.TECHNOLOGICAL: (
        "Which devices does she trust, would she rather type or talk?"
    ),
    StatementTopic.CHANNEL: "Where does she look first, what does she never open?",
    StatementTopic.TRAIT: "Patient or in a hurry, careful or bold: what shows?",
    StatementTopic.FREE: "",
}
"""A plain question that helps to fill each of them in."""

TURN_WORDS: Mapping[TurnCode, str] = {
    TurnCode.HIGHEST: "the best moment",
    TurnCode.LOWEST: "the worst moment",
    TurnCode.LOWEST_OF_STAGE: "the lowest of its stage",
}
"""What is said of a low or high point of a journey."""


def short_names(personas: Mapping[str, Persona]) -> dict[str, str]:
    """Return what personas are called in a sentence, by id.

    Of "Edith, seventy-eight, alone" that is "Edith", as long as no other one has the
    same first part.
    """
    first = {each.id: each.name.partition(",")[0].strip() for each in personas.values()}
    counts = Counter(first.values())
    return {
        each.id: first[each.id] if counts[first[each.id]] == 1 else each.name
        for each in personas.values()
    }


def apart_sentence(
    apart: Apart,
    personas: Mapping[str, str],
    moments: Mapping[str, str],
    needs: Mapping[str, str],
) -> str:
    """Say one thing that sets personas apart.

    Args:
        apart: codes, ids and numbers.
        personas: names of personas by id.
        moments: names of touchpoints by id.
        needs: texts of needs by id.
    """
    who = personas[apart.more_id]
    if apart.channel is not None:
        return f"Only {who} uses {CHANNEL_WORDS[apart.channel]}."
    if apart.need_id is not None:
        return f"Only {who} needs this: {needs[apart.need_id]}"
    if apart.topic is not None:
        known = TOPIC_WORDS[apart.topic].format(who=who)
        return f"We have written down {known}, but not of anybody else."
    return _at_a_moment(apart, personas, moments[apart.touchpoint_id or ""])


def _at_a_moment(apart: Apart, personas: Mapping[str, str], moment: str) -> str:
    more, less = personas[apart.more_id], personas[apart.less_id or ""]
    match apart.code:
        case ApartCode.IMPORTANCE:
            return f"{moment} matters more to {more} than to {less}."
        case ApartCode.EXPECTATION:
            return f"{more} expects more of {moment} than {less} does."
        case _:
            return f"{moment} feels {_feelings(apart, more, less)}."


def _feelings(apart: Apart, more: str, less: str) -> str:
    best, worst = valence_word(apart.more or 0.0), valence_word(apart.less or 0.0)
    if best == worst:
        return f"{best} to both, but better to {more} than to {less}"
    return f"{best} to {more} and {worst} to {less}"
