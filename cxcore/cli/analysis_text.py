"""The analysis in lines that a person reads in a terminal."""

from collections.abc import Iterable, Sequence
from datetime import date

from cxcore.analysis import Analysis, JourneyAnalysis, TouchpointAnalysis
from cxcore.cli.names import headline, persona_name
from cxcore.model import Workshop
from cxcore.words import direction_label, explain_sum, valence_word

WIDEST = 32
"""Characters of a name in a table."""

Row = Sequence[str]


def analysis_text(workshop: Workshop, analysis: Analysis, as_of: date) -> str:
    """Return what each journey says, worst first, and what to protect."""
    lines = [f"{workshop.brief.name}, as of {as_of.isoformat()}"]
    for journey in analysis.journeys:
        lines += ["", *_journey(workshop, journey)]
    if not analysis.journeys:
        lines += ["", "There is no journey yet."]
    return "\n".join(lines) + "\n"


def _journey(workshop: Workshop, journey: JourneyAnalysis) -> list[str]:
    name = workshop.journeys[journey.journey_id].name
    persona = persona_name(workshop, journey.journey_id)
    title = f"{name} ({persona})" if persona else name
    return [
        title,
        "-" * len(title),
        headline(workshop, journey),
        *_scores(journey),
        *_needs_work(workshop, journey),
        *_protect(workshop, journey),
    ]


def _scores(journey: JourneyAnalysis) -> list[str]:
    if journey.score is None or journey.mean is None or journey.hidden is None:
        return []
    score, mean, hidden = (
        100 * x for x in (journey.score, journey.mean, journey.hidden)
    )
    said = f"Journey score {score:.1f} of 100, plain mean {mean:.1f}"
    return [f"{said}: the mean hides {hidden:.1f}."]


def _needs_work(workshop: Workshop, journey: JourneyAnalysis) -> list[str]:
    """Return the ranking, the critical ones marked, each with its sum."""
    ranked = [journey.touchpoint(one) for one in journey.ranking]
    if not ranked:
        return []
    head = ["", "What needs work first (* critical)"]
    rows = [_ranked(workshop, one) for one in ranked]
    return head + _table(["", "moment", "feels", "sum", "to do"], rows)


def _ranked(workshop: Workshop, one: TouchpointAnalysis) -> Row:
    mark = "*" if one.is_critical else " "
    feels = "" if one.valence is None else _feels(one.valence)
    to_do = "" if one.direction is None else direction_label(one.direction)
    name = _short(workshop.touchpoints[one.id].name)
    return [f"{one.rank}{mark}", name, feels, explain_sum(one.reasons), to_do]


def _protect(workshop: Workshop, journey: JourneyAnalysis) -> list[str]:
    if not journey.protect:
        return []
    rows = []
    for touchpoint_id in journey.protect:
        one = journey.touchpoint(touchpoint_id)
        feels = "" if one.valence is None else _feels(one.valence)
        score = "" if one.protect is None else f"{one.protect:.0f}"
        rows.append(["", _short(workshop.touchpoints[one.id].name), feels, score])
    return ["", "What to protect", *_table(["", "moment", "feels", "of 100"], rows)]


def _feels(valence: float) -> str:
    number = f"{valence:+.1f}".replace("-", "−")
    return f"{number} {valence_word(valence)}"


def _short(name: str) -> str:
    return name if len(name) <= WIDEST else name[: WIDEST - 1] + "…"


def _table(head: Row, rows: Iterable[Row]) -> list[str]:
    """Return the rows as columns, each as wide as its widest cell."""
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in table]
