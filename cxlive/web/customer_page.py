"""The pages that a customer reads: plain HTML that needs no script and no eyes."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from cxlive.customers.questions import Moment, Questions, Stretch
from cxlive.customers.said import ALONE, KEY, LINE, MOST, OVERALL, Form
from cxlive.limits import CUSTOMER_LINE
from cxlive.rounds.paper import WORDS
from cxlive.web.faces import face

_STYLE = Path(__file__).with_name("customer.css").read_text(encoding="utf-8")
_VERSION = secrets.token_hex(6)
"""Of this run of the server: a browser keeps the script for as long."""
_GLAD = len(WORDS) - 2

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{style}</style>
{script}</head>
<body>
{body}
</body>
</html>
"""
_ICONS = {
    "time": "M12 7.5V12l3 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17",
    "eye": "M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12z"
    "M12 9.6a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8",
    "day": "M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4",
}
_WHAT = "How was it for you?"


@dataclass(frozen=True)
class Sheet:
    """A form to draw: what it asks, and what has been said in it already."""

    asked: Questions
    draft: str
    """Names the link in the browser's own memory; tells nothing about it."""
    key: str
    said: Form = field(default_factory=dict)
    alert: str = ""
    """Why what was sent has not been taken."""


def form_page(sheet: Sheet, base: str) -> str:
    """Return the page with all questions."""
    asked = sheet.asked
    stretches = "\n".join(_stretch(each, sheet.said) for each in asked.stretches)
    checked = " checked" if sheet.said.get(ALONE) == "yes" else ""
    body = f"""<main>
<h1>{_WHAT}</h1>
<p class="scenario" dir="auto">{escape(asked.scenario)}</p>
<ul class="facts">
{_facts(asked)}
</ul>
{_alert(sheet.alert)}
<form method="post" data-draft="{escape(sheet.draft)}" autocomplete="off">
<input type="hidden" name="{KEY}" value="{escape(sheet.key)}">
{_whole(sheet.said)}
{stretches}
<label class="alone"><input type="checkbox" name="{ALONE}" value="yes"{checked}>
<span><b>My curve may be shown by itself</b>
<small>If nobody else answers, the team sees a curve only if you agree.</small>
</span></label>
<button type="submit">Send</button>
<p class="small">You can send once. No account, and nobody asks who you are.</p>
</form>
</main>"""
    return _page(_WHAT, body, base)


def thanks_page(draft: str, base: str) -> str:
    """Return the page that says that everything has arrived, and is kept."""
    body = f"""<main class="only" data-sent="{escape(draft)}">
{face(_GLAD)}
<h1>Thank you.</h1>
<p>Your answers have arrived. You can close this page now.</p>
</main>"""
    return _page("Thank you", body, base)


def sentence_page(title: str, text: str) -> str:
    """Return a page that says one thing, such as that nothing is asked any more."""
    body = f"""<main class="only">
{face(len(WORDS) // 2 + 1)}
<h1>{escape(title)}</h1>
<p>{escape(text)}</p>
</main>"""
    return _page(title, body, None)


def _page(title: str, body: str, base: str | None) -> str:
    source = f"{base}/live/js/{_VERSION}/customer/page.js"
    script = (
        ""
        if base is None
        else f'<script type="module" src="{escape(source)}"></script>\n'
    )
    return _PAGE.format(title=escape(title), style=_STYLE, script=script, body=body)


def _alert(text: str) -> str:
    """Return why the form is here again; read out, and scrolled to."""
    if not text:
        return ""
    return f'<p class="alert" role="alert" tabindex="-1" autofocus>{escape(text)}</p>'


def _facts(asked: Questions) -> str:
    count = len(asked.moments)
    moments = "1 moment" if count == 1 else f"{count} moments"
    minutes = "1 minute" if asked.minutes == 1 else f"{asked.minutes} minutes"
    said = {
        "time": f"{moments}, about {minutes}. Leave out what did not happen to you.",
        "eye": "The team sees your curve and your words, without your name.",
        "day": f"Open until {asked.until.day} {asked.until:%B %Y}.",
    }
    return "\n".join(
        f'<li><svg viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[icon]}"/>'
        f"</svg><span>{text}</span></li>"
        for icon, text in said.items()
    )


def _whole(said: Form) -> str:
    numbers = "\n".join(
        _pick(OVERALL, str(number), f"<span>{number}</span>", said)
        for number in range(MOST + 1)
    )
    return f"""<fieldset class="whole">
<legend>All in all, how was it?</legend>
<div class="numbers">
{numbers}
{_pick(OVERALL, "", "<span>cannot say</span>", said, "not")}
</div>
<p class="ends"><span>0 very bad</span><span>10 very good</span></p>
</fieldset>"""


def _stretch(stretch: Stretch, said: Form) -> str:
    moments = "\n".join(_moment(each, said) for each in stretch.moments)
    return (
        f'<section>\n<h2 dir="auto">{escape(stretch.name)}</h2>\n{moments}\n</section>'
    )


def _moment(moment: Moment, said: Form) -> str:
    faces = "\n".join(
        _pick(moment.field, word, f"<span>{face(step)}{word}</span>", said)
        for step, word in enumerate(WORDS)
    )
    line = said.get(moment.field + LINE, "")
    name, value = escape(moment.name), escape(line[:CUSTOMER_LINE])
    return f"""<fieldset class="moment">
<legend dir="auto">{name}<span class="unseen">: {_WHAT}</span></legend>
<div class="faces">
{faces}
</div>
<div class="below">
{_pick(moment.field, "", "<span>Did not happen</span>", said, "not")}
<details{" open" if line else ""}><summary>What happened?</summary>
<input type="text" name="{moment.field}{LINE}" value="{value}"
 maxlength="{CUSTOMER_LINE}" aria-label="What happened? {name}" dir="auto"></details>
</div>
</fieldset>"""


def _pick(
    name: str, value: str, shown: str, said: Mapping[str, str], kind: str = ""
) -> str:
    """Return one answer; where nothing was said, the empty one is chosen."""
    checked = " checked" if said.get(name, "") == value else ""
    return (
        f'<label class="pick {kind}"><input type="radio" name="{name}"'
        f' value="{value}"{checked}>{shown}</label>'
    )
