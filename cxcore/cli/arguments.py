"""What can be asked of the command line, and how it is asked."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cxcore.checkup import Severity
from cxcore.cli.outputs import ENDINGS
from cxcore.cli.parallel import cores


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what was asked; what cannot be asked ends the program with status 2."""
    reads = _parser()
    asked = reads.parse_args(arguments)
    if asked.command == "analyse" and asked.out:
        if asked.json:
            reads.error("--out writes a table, --json prints: choose one of them")
        if Path(asked.file).is_file():
            reads.error("--out is for a folder of workshops")
    return asked


def _parser() -> argparse.ArgumentParser:
    reads = argparse.ArgumentParser(
        prog="cx",
        description="Check and analyse workshop files, without a browser.",
        epilog=(
            "Exit status: 0 done, 1 the file cannot be used, 2 wrong usage; of "
            "`cx check`: 0 no findings, 1 findings, 2 wrong usage, "
            "3 the file cannot be used; of `cx analyse FOLDER`: 3 some of its files "
            "cannot be used, 130 stopped by Ctrl-C."
        ),
    )
    commands = reads.add_subparsers(dest="command", required=True, metavar="COMMAND")
    validate = _command(
        commands,
        "validate",
        "Open a workshop file and say what is in it, and what had to be mended.",
    )
    analyse = _command(
        commands,
        "analyse",
        "Say for each journey what needs work first, how firmly, and what to protect; "
        "of a folder, for all workshops below it, as one table.",
        ("FILE|FOLDER", "a workshop file (.json), or a folder of them"),
    )
    check = _command(
        commands,
        "check",
        "Ask all questions of the check-up, and say what was found.",
    )
    _add_options(analyse, "cx-analyse")
    _add_options(check, "cx-check")
    _add_folder_options(analyse)
    _add_severity(check)
    for command in (validate, analyse, check):
        command.add_argument(
            "--no-limits",
            action="store_true",
            help="open files larger than the app itself would",
        )
    return reads


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    description: str,
    of: tuple[str, str] = ("FILE", "a workshop file (.json)"),
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=description.rstrip("."), description=description
    )
    command.add_argument("file", metavar=of[0], help=of[1])
    return command


def _add_options(command: argparse.ArgumentParser, page: str) -> None:
    command.add_argument(
        "--json",
        action="store_true",
        help=f"print JSON (docs/{page}.md) instead of lines",
    )
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day to compute for, as evidence ages (default: today)",
    )


def _add_folder_options(analyse: argparse.ArgumentParser) -> None:
    analyse.add_argument(
        "--out",
        type=_table,
        metavar="TABLE.csv|TABLE.parquet",
        help="write the table of a folder to a file (default: CSV, printed)",
    )
    analyse.add_argument(
        "--jobs",
        type=_processes,
        default=cores(),
        metavar="N",
        help="how many processes compute a folder (default: one a core)",
    )
    analyse.add_argument(
        "--no-robustness",
        action="store_true",
        help="leave out how firmly the rankings hold, which takes longest",
    )


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


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a day; write it like 2026-11-22"
        raise argparse.ArgumentTypeError(message) from None


def _table(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() in ENDINGS:
        return path
    message = f"{text!r} is no table; its name ends with {' or '.join(ENDINGS)}"
    raise argparse.ArgumentTypeError(message)


def _processes(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    message = f"{text!r} is no number of processes; write 1 or more"
    raise argparse.ArgumentTypeError(message)
