"""The command line ``cx``: without a browser, what the core can do.

Exit status: 0 done, 1 the file says no (its reason on stderr), 2 wrong usage. Of
``cx check``, 1 means findings, so there a file that says no ends with 3.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper

from cxcore.checkup import Severity
from cxcore.cli.analyse import analyse_file
from cxcore.cli.check import check_file
from cxcore.cli.validate import validate_file
from cxcore.document import DEFAULT, LIFTED
from cxcore.errors import CxError

DONE, REFUSED = 0, 1
FINDINGS, NOT_CHECKED = 1, 3
"""How ``cx check`` ends with findings, and with a file that cannot be used."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    asked = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names are of all languages
    try:
        text, status = _answer(asked)
    except CxError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return NOT_CHECKED if asked.command == "check" else REFUSED
    sys.stdout.write(text)
    return status


def _answer(asked: argparse.Namespace) -> tuple[str, int]:
    """Return what to print, and the exit status."""
    limits = LIFTED if asked.no_limits else DEFAULT
    if asked.command == "validate":
        return validate_file(asked.file, limits), DONE
    as_of = asked.as_of or _today()
    if asked.command == "analyse":
        return analyse_file(asked.file, limits, as_of, as_json=asked.json), DONE
    text, findings = check_file(
        asked.file, limits, as_of, from_severity=asked.from_severity, as_json=asked.json
    )
    return text, FINDINGS if findings else DONE


def _today() -> date:
    """Return the date of this machine.

    The core has no clock (decision 8); the command line is its edge, and this is
    the one place where a date comes in that nobody passed.
    """
    return date.today()  # noqa: DTZ011, TID251 - the user's own day is meant


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day; write it like 2026-11-22"
        raise argparse.ArgumentTypeError(message) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cx",
        description="Check and analyse workshop files, without a browser.",
        epilog=(
            "Exit status: 0 done, 1 the file cannot be used, 2 wrong usage; of "
            "`cx check`: 0 no findings, 1 findings, 2 wrong usage, "
            "3 the file cannot be used."
        ),
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    validate = _command(
        commands,
        "validate",
        "Open a workshop file and say what is in it, and what had to be mended.",
    )
    analyse = _command(
        commands,
        "analyse",
        "Say for each journey what needs work first, and what to protect.",
    )
    check = _command(
        commands,
        "check",
        "Ask all questions of the check-up, and say what was found.",
    )
    _add_options(analyse, "cx-analyse")
    _add_options(check, "cx-check")
    _add_severity(check)
    for command in (validate, analyse, check):
        command.add_argument(
            "--no-limits",
            action="store_true",
            help="open files larger than the app itself would",
        )
    return parser


def _add_severity(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--from",
        dest="from_severity",
        type=Severity,
        choices=list(Severity),
        default=Severity.HIGH,
        metavar="high|medium|low",
        help="exit with 1 on findings at or above this severity (default: high)",
    )


def _add_options(command: argparse.ArgumentParser, page: str) -> None:
    command.add_argument(
        "--json",
        action="store_true",
        help=f"print one JSON document (docs/{page}.md) instead of lines",
    )
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day to compute for, as evidence ages (default: today)",
    )


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    description: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=description.rstrip("."), description=description
    )
    command.add_argument("file", metavar="FILE", help="a workshop file (.json)")
    return command
