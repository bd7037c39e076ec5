"""Personas on paper: `/live/persona`, for everybody who sees the workshop."""

import asyncio
from collections.abc import Iterable
from html import escape
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from cxcore.errors import CxError
from cxcore.exchange import PersonaCopy, copies_of
from cxcore.model import Need, Statement, StatementTopic
from cxcore.rounds import CARDS
from cxcore.words import TOPIC_TITLES
from cxlive.errors import NoSuchRoomError
from cxlive.seating.device import Device, device_in
from cxlive.services import services

LIVE_PERSONA = "/live/persona"

SYMBOL_MAX = 8
"""Characters of a portrait that is a symbol; one face may be made of several."""
_NO_STORE = {"Cache-Control": "no-store"}
_REST = [topic for topic in StatementTopic if topic.value not in CARDS]
_NOBODY = "<p>There is no persona to print yet.</p>"
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
  @page {{ size: A4; margin: 13mm; }}
  :root {{ color-scheme: light; }}
  * {{ box-sizing: border-box; }}
  body {{ margin: 0 auto; max-width: 184mm; padding: 1rem; background: #fff;
    color: #000; font: 11pt/1.35 sans-serif; overflow-wrap: anywhere; }}
  h1 {{ font-size: 20pt; line-height: 1.15; margin: 0; }}
  h2 {{ font-size: 10.5pt; margin: 0 0 1.5mm; }}
  p, ul {{ margin: 0; padding: 0; }}
  ul {{ list-style: none; display: grid; gap: 2mm; }}
  .persona + .persona {{ break-before: page; margin-top: 3rem; }}
  header {{ display: flex; gap: 5mm; align-items: center; margin-bottom: 5mm;
    padding-bottom: 4mm; border-bottom: 0.6mm solid #000; }}
  .portrait {{ flex: none; display: grid; place-items: center; width: 20mm;
    height: 20mm; border: 0.4mm solid #000; border-radius: 50%; font-size: 24pt; }}
  .cards {{ display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; }}
  .card {{ min-height: 38mm; padding: 3.5mm 4mm; border: 0.4mm solid #000;
    border-radius: 2.5mm; break-inside: avoid; }}
  .sentence {{ grid-column: 1 / -1; min-height: 26mm; }}
  .sentence .text {{ font-size: 15pt; line-height: 1.3; }}
  .text {{ white-space: pre-line; }}
  .known {{ font-size: 8.5pt; }}
  .guess {{ font-style: italic; }}
  .more {{ columns: 2; column-gap: 8mm; margin-top: 6mm; font-size: 10pt; }}
  .more section {{ break-inside: avoid; margin-bottom: 4mm; }}
  @media (max-width: 560px) {{ .cards {{ grid-template-columns: 1fr; }}
    .more {{ columns: 1; }} }}
  @media print {{ body {{ padding: 0; max-width: none; }}
    .persona + .persona {{ margin-top: 0; }} }}
</style>
{personas}
</html>
"""


async def persona_sheet(request: Request) -> Response:
    """Answer with one persona of a workshop, or all of them, a page each."""
    device = device_in(request.headers.get("cookie", ""))
    room_id = request.query_params.get("room", "")
    persona_id = request.query_params.get("persona")
    # Opening a room reads the disk: never on the event loop.
    return await asyncio.to_thread(_answer, device, room_id, persona_id)


def _answer(device: Device | None, room_id: str, persona_id: str | None) -> Response:
    try:
        copies = _copies(device, room_id)
    except CxError as error:
        return PlainTextResponse(str(error), HTTPStatus.NOT_FOUND, _NO_STORE)
    wanted = [each for each in copies if persona_id in (None, each.persona.id)]
    page = _PAGE.format(
        title=escape(", ".join(each.persona.name for each in wanted)) or "Personas",
        personas="\n".join(_persona(each) for each in wanted) or _NOBODY,
    )
    return HTMLResponse(page, headers=_NO_STORE)


def _copies(device: Device | None, room_id: str) -> tuple[PersonaCopy, ...]:
    lobby = services().lobby
    seat = None if device is None else lobby.seat(room_id, device)
    if seat is None or seat.is_at_the_door:
        raise NoSuchRoomError(room_id)
    return copies_of(lobby.room(room_id).shown)


def _persona(copy: PersonaCopy) -> str:
    persona = copy.persona
    symbol = persona.portrait.strip()
    if not symbol or len(symbol) > SYMBOL_MAX or "://" in symbol:
        symbol = persona.name[:1]
    cards = "\n".join(_card(copy, StatementTopic(card)) for card in CARDS)
    return f"""<article class="persona">
<header><span class="portrait">{escape(symbol)}</span>
<div><h1>{escape(persona.name)}</h1><p>{escape(persona.segment)}</p></div></header>
<div class="cards">
{cards}
</div>
<div class="more">
{_more(copy)}
</div>
</article>"""


def _card(copy: PersonaCopy, topic: StatementTopic) -> str:
    said = [each for each in copy.statements if each.topic is topic]
    return (
        f'<section class="card {topic.value}"><h2>{TOPIC_TITLES[topic]}</h2>'
        f"{_list(map(_statement, _written(said)))}</section>"
    )


def _more(copy: PersonaCopy) -> str:
    """Return everything else that is said of her; nothing of what is not."""
    parts: list[tuple[str, list[str]]] = [
        (
            TOPIC_TITLES[topic],
            [_statement(s) for s in _written(copy.statements) if s.topic is topic],
        )
        for topic in _REST
    ]
    needs = [each for each in copy.needs if each.text.strip()]
    stated = [_need(each) for each in needs if not each.latent]
    latent = [_need(each) for each in needs if each.latent]
    parts += [("What she needs", stated), ("Needs that she does not know of", latent)]
    return "\n".join(
        f"<section><h2>{title}</h2>{_list(lines)}</section>"
        for title, lines in parts
        if lines
    )


def _written(statements: Iterable[Statement]) -> list[Statement]:
    return [each for each in statements if each.text.strip()]


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def _statement(statement: Statement) -> str:
    known = '<span class="known guess">○ our guess</span>'
    if statement.heard_from.strip():
        known = (
            f'<span class="known">● heard from {escape(statement.heard_from)}</span>'
        )
    title = f"<b>{escape(statement.title)}</b> " if statement.title.strip() else ""
    return f'{title}<p class="text">{escape(statement.text)}</p>{known}'


def _need(need: Need) -> str:
    return f'<p class="text">{escape(need.text)}</p>'
