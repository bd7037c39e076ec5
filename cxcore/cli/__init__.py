"""The command line ``cx``: without a browser, what the core can do.

Exit status: 0 done, 1 the file says no (its reason on stderr), 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper

from cxcore.cli.analyse import analyse_file
from cxcore.cli.validate import validate_file
from cxcore.document import DEFAULT, LIFTED
from cxcore.errors import CxError

DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    asked = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # names are of all languages
    try:
        sys.stdout.write(_answer(asked))
    except CxError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return REFUSED
    return DONE


def _answer(asked: argparse.Namespace) -> str:
    limits = LIFTED if asked.no_limits else DEFAULT
    if asked.command == "validate":
        return validate_file(asked.file, limits)
    return analyse_file(asked.file, limits, asked.as_of or _today(), as_json=asked.json)


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
        epilog="Exit status: 0 done, 1 the file cannot be used, 2 wrong usage.",
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
    _add_analyse_options(analyse)
    for command in (validate, analyse):
        command.add_argument(
            "--no-limits",
            action="store_true",
            help="open files larger than the app itself would",
        )
    return parser


def _add_analyse_options(analyse: argparse.ArgumentParser) -> None:
    analyse.add_argument(
        "--json",
        action="store_true",
        help="print one JSON document (docs/cx-analyse.md) instead of tables",
    )
    analyse.add_argument(
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
