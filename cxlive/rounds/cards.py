"""From five cards filled in private to statements about a persona.

Nobody is named: the order goes by how often a text was said, then by the alphabet.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from cxcore.commands import Add, Single, WriteText
from cxcore.edit import siblings
from cxcore.model import Persona, Statement, StatementTopic, Workshop
from cxcore.rounds import CARDS, NAME, NEW_PERSONA
from cxlive.rounds.answers import Said
from cxlive.rounds.facilitation import Round

OTHER_NAME = "Another name"
"""Heading of a proposed name that she was not given."""


@dataclass(frozen=True)
class Gathered:
    """What cards become: changes, and who of the statements was said how often."""

    commands: tuple[Single, ...]
    texts: tuple[tuple[str, int], ...]
    """Ids of statements and how many people said each, most often first."""


@dataclass(frozen=True)
class _Line:
    """One text, said by so many."""

    topic: StatementTopic
    text: str
    times: int
    title: str = ""


def gather(
    workshop: Workshop, shown: Round, said: Iterable[Said], new_id: Callable[[], str]
) -> Gathered:
    """Return what writes everything that was said on the cards of a round.

    The same text, but for case and spaces, is one statement; one that stands there
    already is not written again. A persona without a name takes the one proposed
    most often, the first by the alphabet of several; the others become free
    statements, so that nothing that was said is lost.

    Args:
        workshop: with the persona.
        shown: the round.
        said: what each of those who answered has said.
        new_id: makes ids.
    """
    persona = workshop.personas[shown.persona_id]
    answers = list(said)
    lines = [
        line
        for card in CARDS
        for line in _lines(StatementTopic(card), _texts(answers, persona.id, card))
    ]
    proposed = _lines(StatementTopic.FREE, _texts(answers, persona.id, NAME))
    naming, others = _naming(persona, proposed)
    return _written(workshop, persona, (*lines, *others), naming, new_id)


def _texts(answers: Sequence[Said], persona_id: str, part: str) -> Iterator[str]:
    for said in answers:
        text = said.get((persona_id, part))
        if isinstance(text, str) and text.strip():
            yield text.strip()


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _lines(topic: StatementTopic, texts: Iterable[str]) -> list[_Line]:
    """Merge texts that are the same, most often said first, then by the alphabet."""
    written = Counter(texts)
    times = Counter[str]()
    for text, count in written.items():
        times[_key(text)] += count
    # Of several ways to write it the one used most often, a capital letter first.
    by_use = sorted(written, key=lambda text: (-written[text], text), reverse=True)
    best = {_key(text): text for text in by_use}
    ordered = sorted(times, key=lambda key: (-times[key], key))
    return [_Line(topic, best[key], times[key]) for key in ordered]


def _naming(
    persona: Persona, proposed: Sequence[_Line]
) -> tuple[tuple[WriteText, ...], list[_Line]]:
    """Return what gives her a name, and the names that she was not given."""
    name = persona.name
    naming: tuple[WriteText, ...] = ()
    if persona.name == NEW_PERSONA and proposed:
        name = proposed[0].text
        write = WriteText(
            of=Persona.kind, id=persona.id, field="name", text=name, seen=persona.name
        )
        naming = (write,)
    others = [
        _Line(each.topic, each.text, each.times, OTHER_NAME)
        for each in proposed
        if _key(each.text) != _key(name)
    ]
    return naming, others


def _written(
    workshop: Workshop,
    persona: Persona,
    lines: Sequence[_Line],
    naming: tuple[WriteText, ...],
    new_id: Callable[[], str],
) -> Gathered:
    row = [
        each
        for each in siblings(workshop, Statement.kind, persona.id)
        if isinstance(each, Statement)
    ]
    known = {(each.topic, _key(each.text)): each.id for each in row if not each.removed}
    after = row[-1].id if row else ""
    commands: list[Single] = [*naming]
    texts: list[tuple[str, int]] = []
    for line in lines:
        found = known.get((line.topic, _key(line.text)))
        if found is None:
            thing = Statement(
                id=new_id(),
                persona_id=persona.id,
                topic=line.topic,
                title=line.title,
                text=line.text,
            )
            commands.append(Add(of=Statement.kind, thing=thing, after=after))
            found = after = thing.id
        texts.append((found, line.times))
    return Gathered(tuple(commands), tuple(texts))
