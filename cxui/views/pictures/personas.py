"""Persona by persona: how the moments that they share feel to each (1.1, 4.5).

Never a mean over personas, and never a zero where nothing is known.
"""

import altair as alt

from cxcore import words
from cxcore.analysis.scales import VALENCE
from cxcore.compare import FEWEST_PERSONAS, SharedMoment, SharedMoments
from cxcore.model import Workshop
from cxui.views.pictures.colours import blend, ink_on
from cxui.views.pictures.moments import Moments, cut
from cxui.views.pictures.picture import (
    GAP,
    MOMENT,
    TOUCHPOINT,
    Chart,
    Picture,
    Row,
    Value,
    described,
    drawn,
    moment_rows,
    over,
    pick,
    signed,
)

MOST = 30
"""So many moments are drawn, in their order; the table has all."""
HEIGHT = 34
"""Of one moment, in pixels."""
APART_FROM = 2.0
"""Points of valence from which two personas are apart, as on the page "People"."""
AWFUL, SO_SO, GREAT = "#b85a00", "#e6e8ef", "#2f4bc4"
"""Orange to blue over a pale grey, each cell with its number."""
NOT_RATED, NOT_PASSED = "not rated", "does not pass it"


def persona_heat_map(workshop: Workshop, shared: SharedMoments) -> Picture:
    """Draw how shared moments feel to several personas.

    Args:
        workshop: as everybody may see it.
        shared: what its personas have in common.
    """
    people = _People(workshop, shared)
    title, description = _title(shared, people), _description(shared, people)
    chart = _chart(shared.moments[:MOST], people) if shared.moments else None
    return Picture(
        title=title,
        description=description,
        chart=None if chart is None else described(chart, f"{title} {description}"),
        table=tuple(_table_row(each, people) for each in shared.moments),
        leads_to=tuple(people.moments[each.id] for each in shared.moments),
    )


class _People:
    """Names of the personas and of what they share."""

    def __init__(self, workshop: Workshop, shared: SharedMoments) -> None:
        everyone = words.short_names(workshop.personas)
        self.ids = shared.persona_ids
        self.names = {
            who: f"{number} · {cut(everyone[who])}"
            for number, who in enumerate(shared.persona_ids, 1)
        }
        self.said = {who: cut(everyone[who]) for who in shared.persona_ids}
        self.moments = Moments(workshop, [each.id for each in shared.moments])


def _furthest(shared: SharedMoments) -> SharedMoment | None:
    apart = [each for each in shared.moments if each.spread is not None]
    return max(apart, key=lambda each: each.spread or 0.0, default=None)


def _title(shared: SharedMoments, people: _People) -> str:
    if len(shared.persona_ids) < FEWEST_PERSONAS:
        return "Two personas with a journey of today are needed to compare them."
    if not shared.moments:
        return "No moment is shared by two personas."
    furthest = _furthest(shared)
    if furthest is None:
        return "No shared moment is rated for two personas yet."
    if (furthest.spread or 0.0) < APART_FROM:
        return "What they share feels much the same to all personas."
    best, worst = _ends(furthest)
    return (
        f"{people.moments[furthest.id].short} sets them apart: "
        f"{words.valence_word(furthest.valences[worst])} to {people.said[worst]}, "
        f"{words.valence_word(furthest.valences[best])} to {people.said[best]}."
    )


def _ends(moment: SharedMoment) -> tuple[str, str]:
    """Return to whom it feels best, and to whom worst."""
    felt = moment.valences
    return max(felt, key=felt.__getitem__), min(felt, key=felt.__getitem__)


def _description(shared: SharedMoments, people: _People) -> str:
    furthest = _furthest(shared)
    if furthest is None:
        return ""
    best, worst = _ends(furthest)
    return (
        "How each shared moment feels to each persona, from −5 to +5; a blank is not "
        f"rated, or not passed. Furthest apart: {people.moments[furthest.id].short}, "
        f"{signed(furthest.valences[worst])} to {people.said[worst]} and "
        f"{signed(furthest.valences[best])} to {people.said[best]}."
    )


def _table_row(moment: SharedMoment, people: _People) -> Row:
    feelings = {people.names[who]: _feeling(moment, who) for who in people.ids}
    return {"Moment": people.moments[moment.id].whole, **feelings}


def _feeling(moment: SharedMoment, who: str) -> str:
    if who not in moment.touchpoints:
        return NOT_PASSED
    valence = moment.touchpoints[who].valence
    if valence is None:
        return NOT_RATED
    return f"{words.valence_word(valence)} ({signed(valence)})"


def _chart(moments: tuple[SharedMoment, ...], people: _People) -> Chart:
    rows = [_cell(each, who, people) for each in moments for who in people.ids]
    labels = people.moments.labels([each.id for each in moments])
    cells = drawn(rows).encode(
        y=moment_rows(labels, GAP),
        x=alt.X(
            "persona:N",
            scale=alt.Scale(domain=list(people.names.values()), paddingInner=GAP),
            axis=alt.Axis(title=None, orient="top", labelAngle=0, labelLimit=140),
        ),
    )
    filled = (
        cells.transform_filter("isValid(datum.feeling)")
        .mark_rect(cursor="pointer")
        .encode(
            color=alt.Color("fill:N", scale=None),
            tooltip=[
                alt.Tooltip(f"{MOMENT}:N", title="Moment"),
                alt.Tooltip("persona:N", title="Persona"),
                alt.Tooltip("word:N", title="It feels"),
            ],
        )
        .add_params(pick())
    )
    numbers = (
        cells.transform_filter("isValid(datum.feeling)")
        .mark_text(cursor="pointer")
        .encode(text="said:N", color=alt.Color("ink:N", scale=None))
    )
    blanks = (
        cells.transform_filter("!isValid(datum.feeling)")
        .mark_text(fontStyle="italic")
        .encode(text="said:N")
    )
    return over(filled, numbers, blanks, height=alt.Step(HEIGHT))


def _cell(moment: SharedMoment, who: str, people: _People) -> dict[str, Value]:
    here = moment.touchpoints.get(who)
    valence = None if here is None else here.valence
    word = _feeling(moment, who)
    fill = _fill(valence or 0.0)
    return {
        TOUCHPOINT: None if here is None else here.id,
        MOMENT: people.moments[moment.id].label,
        "persona": people.names[who],
        "feeling": None if valence is None else round(valence, 2),
        "said": word if valence is None else signed(valence),
        "word": word,
        "fill": fill,
        "ink": ink_on(fill),
    }


def _fill(valence: float) -> str:
    end = GREAT if valence > 0 else AWFUL
    return blend(SO_SO, end, abs(valence) / VALENCE.high)
