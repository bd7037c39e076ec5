"""The analysis in lines that a person reads in a terminal."""

from collections.abc import Iterable, Sequence

from cxcore.agreement import Agreement, to_discuss
from cxcore.analysis import JourneyAnalysis, TouchpointAnalysis
from cxcore.cli.computed import Computed
from cxcore.cli.further_text import apart_lines, further_lines
from cxcore.cli.names import headline, moment_names, persona_name, short
from cxcore.model import Workshop
from cxcore.robustness import Robustness, TouchpointRobustness
from cxcore.words import (
    ACCORD_WORDS,
    HOLD_WORDS,
    HOW_FIRM,
    ask_sentence,
    customers_first_sentence,
    direction_label,
    explain_sum,
    nothing_to_ask,
    place_words,
    valence_word,
)

DISCUSSED = 5
"""So many touchpoints are worth the time of a room that sees them differently."""

Row = Sequence[str]


def analysis_text(computed: Computed) -> str:
    """Return what each journey says, worst first, and what to protect."""
    workshop = computed.workshop
    lines = [f"{workshop.brief.name}, as of {computed.as_of.isoformat()}"]
    further = computed.further
    for each in computed.journeys():
        lines += ["", *_journey(workshop, *each)]
        if further is not None:
            lines += further_lines(workshop, further.journeys[each[0].journey_id])
    if not computed.analysis.journeys:
        lines += ["", "There is no journey yet."]
    if further is not None:
        lines += apart_lines(workshop, further.apart)
    if computed.robust:
        lines += ["", HOW_FIRM]
    return "\n".join(lines) + "\n"


def _journey(
    workshop: Workshop,
    journey: JourneyAnalysis,
    agreement: Agreement,
    robust: Robustness | None,
) -> list[str]:
    name = workshop.journeys[journey.journey_id].name
    persona = persona_name(workshop, journey.journey_id)
    title = f"{name} ({persona})" if persona else name
    return [
        title,
        "-" * len(title),
        headline(workshop, journey),
        *_scores(journey),
        *_needs_work(workshop, journey, robust),
        *_ask_next(workshop, journey, robust),
        *_agreement(workshop, journey, agreement),
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


def _needs_work(
    workshop: Workshop, journey: JourneyAnalysis, robust: Robustness | None
) -> list[str]:
    """Return the ranking, the critical ones marked, each with its sum."""
    ranked = [journey.touchpoint(one) for one in journey.ranking]
    if not ranked:
        return []
    title = ["", "What needs work first (* critical)"]
    head = ["", "moment", "feels", *([] if robust is None else ["place", ""])]
    firm = [robust.touchpoint(one.id) if robust else None for one in ranked]
    rows = [_ranked(workshop, *each) for each in zip(ranked, firm, strict=True)]
    return title + _table([*head, "sum", "to do"], rows)


def _ranked(
    workshop: Workshop, one: TouchpointAnalysis, firm: TouchpointRobustness | None
) -> Row:
    mark = "*" if one.is_critical else " "
    feels = "" if one.valence is None else _feels(one.valence)
    to_do = "" if one.direction is None else direction_label(one.direction)
    name = short(workshop.touchpoints[one.id].name)
    return [
        f"{one.rank}{mark}",
        name,
        feels,
        *(
            []
            if firm is None
            else [place_words(firm.bracket), HOLD_WORDS[firm.verdict]]
        ),
        explain_sum(one.reasons),
        to_do,
    ]


def _ask_next(
    workshop: Workshop, journey: JourneyAnalysis, robust: Robustness | None
) -> list[str]:
    """Return what to ask about next, and why."""
    if robust is None:
        return []
    firm = robust.touchpoint(robust.ask_next or "")
    if firm is None:
        return ["", nothing_to_ask(robust.front)]
    name = workshop.touchpoints[firm.id].name
    moment = journey.touchpoint(firm.id)
    return ["", ask_sentence(firm, moment, name, robust.front)]


def _agreement(
    workshop: Workshop, journey: JourneyAnalysis, agreement: Agreement
) -> list[str]:
    """Return how far we agree, what to talk about, and where customers would start."""
    if not agreement.raters:
        return []
    said = ACCORD_WORDS[agreement.accord]
    measured = [
        f"{name} {value:.2f}".replace("-", "−")
        for name, value in (
            ("Kendall's W", agreement.ranking and agreement.ranking.w),
            ("Krippendorff's alpha", agreement.alpha_valence),
        )
        if value is not None
    ]
    return [
        "",
        f"{said} ({', '.join(measured)})" if measured else said,
        *_customers(workshop, agreement),
        *_discuss(workshop, journey, agreement),
    ]


def _customers(workshop: Workshop, agreement: Agreement) -> list[str]:
    """Return what customers would start with, where that is not what we would."""
    first = agreement.customers
    if first is None or not first.differs:
        return []
    return [customers_first_sentence(first, moment_names(workshop))]


def _discuss(
    workshop: Workshop, journey: JourneyAnalysis, agreement: Agreement
) -> list[str]:
    """Return what is worth talking about, and how far apart we are."""
    rows = [
        [
            "",
            short(workshop.touchpoints[one.id].name),
            f"{_number(one.low)} and {_number(one.high)}",
        ]
        for one in to_discuss(agreement, journey, workshop.settings.reveal)[:DISCUSSED]
    ]
    if not rows:
        return []
    head = ["", "moment", "half of us between"]
    return ["", "What to talk about, as we see it differently", *_table(head, rows)]


def _protect(workshop: Workshop, journey: JourneyAnalysis) -> list[str]:
    if not journey.protect:
        return []
    rows = []
    for touchpoint_id in journey.protect:
        one = journey.touchpoint(touchpoint_id)
        feels = "" if one.valence is None else _feels(one.valence)
        score = "" if one.protect is None else f"{one.protect:.0f}"
        rows.append(["", short(workshop.touchpoints[one.id].name), feels, score])
    return ["", "What to protect", *_table(["", "moment", "feels", "of 100"], rows)]


def _feels(valence: float) -> str:
    return f"{_number(valence)} {valence_word(valence)}"


def _number(valence: float | None) -> str:
    return "" if valence is None else f"{valence:+.1f}".replace("-", "−")


def _table(head: Row, rows: Iterable[Row]) -> list[str]:
    """Return the rows as columns, each as wide as its widest cell."""
    table = [head, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in table]
