"""The check-up in lines that a person reads in a terminal."""

from collections.abc import Iterable, Mapping
from datetime import date

from cxcore.checkup import CheckResult, CheckUp, Status
from cxcore.model import Workshop, one_line
from cxcore.words import (
    SEVERITY_WORDS,
    finding_sentence,
    names_of,
    places_sentence,
)

Names = Mapping[str, str]


def check_text(workshop: Workshop, check_up: CheckUp, as_of: date) -> str:
    """Return findings first, then what is accepted, not assessed, and passed."""
    names = names_of(workshop)
    lines = [f"{workshop.brief.name}, as of {as_of.isoformat()}"]
    for title, results in (
        ("Three questions now", check_up.now()),
        ("Before the next workshop", check_up.before_next()),
        ("More questions", check_up.folded()),
        ("Accepted", check_up.ended(Status.ACCEPTED)),
    ):
        lines += _section(title, (_told(result, names) for result in results))
    lines += _section(
        "Not assessed",
        (
            [f"{_title(one)}: {one.missing}"]
            for one in check_up.ended(Status.NOT_ASSESSED)
        ),
    )
    passed = check_up.ended(Status.PASSED)
    lines += _section("Passed", ([_title(result)] for result in passed))
    return "\n".join(lines) + "\n"


def _section(title: str, told: Iterable[list[str]]) -> list[str]:
    """Return a title with its number of entries, and these; nothing without any."""
    entries = list(told)
    if not entries:
        return []
    inner = [f"  {line}" for entry in entries for line in entry]
    return ["", f"{title} ({len(entries)})", *inner]


def _told(result: CheckResult, names: Names) -> list[str]:
    """Return a finding in lines: what, where, the question, and where it is from."""
    where, why = places_sentence(result, names), one_line(result.reason)
    return [
        f"{_title(result)} ({SEVERITY_WORDS[result.severity]})",
        f"  {finding_sentence(result, names)}",
        *([f"  At: {where}"] if where else []),
        *([f"  Accepted: {why}"] if why else []),
        f"  Ask: {result.question}",
        f"  From: {result.source}",
    ]


def _title(result: CheckResult) -> str:
    return f"{result.id} {result.name}"
