"""The rating sheet to print: `/live/sheet`, only for whoever leads the workshop."""

import asyncio
from html import escape
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from cxcore.errors import CxError
from cxlive.errors import NoSuchRoomError, NotAllowedError
from cxlive.rounds.paper import LEAST, MOST, WORDS, Paper, Row, papers
from cxlive.seating.device import Device, device_in
from cxlive.services import services
from cxlive.web.faces import face

LIVE_SHEET = "/live/sheet"

_NO_STORE = {"Cache-Control": "no-store"}
_RING = '<span class="ring"></span>'
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Rating sheet</title>
<style>
  @page {{ size: A4; margin: 12mm; }}
  :root {{ color-scheme: light; }}
  body {{ margin: 0 auto; max-width: 186mm; padding: 1rem; background: #fff;
    color: #000; font: 11pt/1.3 sans-serif; }}
  h1 {{ font-size: 15pt; margin: 0; overflow-wrap: anywhere; }}
  .hint {{ margin: 0 0 1rem; padding: 0.5rem 0.75rem; background: #eef; }}
  .name {{ display: flex; gap: 3mm; align-items: end; margin: 5mm 0; }}
  .name i {{ flex: 1; border-bottom: 0.3mm solid #000; height: 7mm; }}
  .ask {{ margin: 0 0 1.5mm; }}
  .ask b {{ overflow-wrap: anywhere; }}
  .sheet {{ overflow-x: auto; }}
  .sheet + .sheet {{ break-before: page; margin-top: 2rem; }}
  table {{ width: 100%; border-collapse: collapse; margin-top: 3mm; }}
  thead {{ display: table-header-group; }}
  tr {{ break-inside: avoid; }}
  th, td {{ border-bottom: 0.2mm solid #888; padding: 1.6mm 0.6mm;
    text-align: center; font-weight: normal; }}
  thead th {{ font-size: 8.5pt; vertical-align: bottom; }}
  svg {{ display: block; width: 6.5mm; margin: 0 auto 0.5mm; fill: none;
    stroke: #000; stroke-width: 1.6; stroke-linecap: round; }}
  .moment {{ text-align: left; overflow-wrap: anywhere; width: 40%;
    min-width: 9em; }}
  .stage {{ text-align: left; font-weight: bold; padding-top: 4mm;
    overflow-wrap: anywhere; break-after: avoid; }}
  .matters {{ border-left: 0.4mm solid #000; white-space: nowrap; }}
  .ring {{ display: inline-block; box-sizing: border-box; width: 5.2mm; height: 5.2mm;
    border: 0.4mm solid #000; border-radius: 50%; }}
  .small {{ width: auto; min-width: 4.2mm; height: 4.2mm; margin: 0 0.3mm;
    font-size: 7.5pt; line-height: 3.4mm; }}
  .note td {{ border: 0; border-bottom: 0.2mm dotted #888; height: 9mm; }}
  @media print {{ .hint {{ display: none; }} body {{ padding: 0; }} }}
</style>
<p class="hint">Print this page (Ctrl+P), one for each person, and type the sheets in
afterwards: Save and open, Type in a sheet.</p>
{sheets}
</html>
"""
_NOTHING = "<p>There are no moments to rate yet.</p>"


async def rating_sheet(request: Request) -> Response:
    """Answer with the sheets of a workshop's journeys, or with a sentence."""
    device = device_in(request.headers.get("cookie", ""))
    room_id = request.query_params.get("room", "")
    # Opening a room reads the disk: never on the event loop.
    return await asyncio.to_thread(_answer, device, room_id)


def _answer(device: Device | None, room_id: str) -> Response:
    try:
        made = _papers(device, room_id)
    except NotAllowedError as error:
        return _refusal(error, HTTPStatus.FORBIDDEN)
    except CxError as error:
        return _refusal(error, HTTPStatus.NOT_FOUND)
    sheets = "\n".join(_sheet(each) for each in made) or _NOTHING
    return HTMLResponse(_PAGE.format(sheets=sheets), headers=_NO_STORE)


def _refusal(error: CxError, status: HTTPStatus) -> Response:
    return PlainTextResponse(str(error), status, _NO_STORE)


def _papers(device: Device | None, room_id: str) -> tuple[Paper, ...]:
    lobby = services().lobby
    seat = None if device is None else lobby.seat(room_id, device)
    if seat is None:
        raise NoSuchRoomError(room_id)
    seat.must_lead()
    return papers(lobby.room(room_id).shown)


def _sheet(paper: Paper) -> str:
    faces = "".join(f"<th>{face(n)}{word}</th>" for n, word in enumerate(WORDS))
    matters = "●<br>matters most" if paper.counts_dots else "matters"
    return f"""<section class="sheet">
<h1>{escape(paper.journey)}</h1>
<p class="name">Name <i></i></p>
<p class="ask"><b>{escape(paper.feels)}</b> Tick one face for each moment. Leave out
what you cannot say.</p>
<p class="ask"><b>{escape(paper.matters)}</b> {escape(paper.hint)}</p>
<table>
<thead><tr>
<th class="moment">Moment</th>{faces}<th class="matters">{matters}</th>
</tr></thead>
<tbody>
{_rows(paper)}
<tr class="note"><td colspan="9" class="moment">
Anything to add? Say about which moment.</td></tr>
<tr class="note"><td colspan="9"></td></tr>
</tbody>
</table>
</section>"""


def _rows(paper: Paper) -> str:
    """Return a line for each moment, below a line for its stage."""
    lines: list[str] = []
    stage_id = None
    for row in paper.rows:
        if row.stage_id != stage_id:
            stage_id = row.stage_id
            lines.append(
                f'<tr><th class="stage" colspan="9">{escape(row.stage)}</th></tr>'
            )
        lines.append(_row(row, counts_dots=paper.counts_dots))
    return "\n".join(lines)


def _row(row: Row, *, counts_dots: bool) -> str:
    rings = f"<td>{_RING}</td>" * len(WORDS)
    small = [f'<span class="ring small">{n}</span>' for n in range(LEAST, MOST + 1)]
    matters = _RING if counts_dots else "".join(small)
    return (
        f'<tr><td class="moment">{escape(row.name)}</td>{rings}'
        f'<td class="matters">{matters}</td></tr>'
    )
