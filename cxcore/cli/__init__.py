"""The command line ``cx``: without a browser, what the core can do.

Exit status: 0 done, 1 the file says no (its reason on stderr), 2 wrong usage. Of
``cx check``, 1 means findings, so there a file that says no ends with 3. A folder of
which some files say no ends with 3 as well: there is a table, but not of all.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from cxcore.cli.analyse import How, analyse_file
from cxcore.cli.arguments import read_arguments
from cxcore.cli.below import files_below
from cxcore.cli.check import check_file
from cxcore.cli.folder import AnalyseBelow, analyse_folder
from cxcore.cli.outputs import printed, table_at
from cxcore.cli.validate import validate_file
from cxcore.document import DEFAULT, LIFTED
from cxcore.errors import CxError

DONE, REFUSED = 0, 1
FINDINGS, NOT_CHECKED = 1, 3
"""How ``cx check`` ends with findings, and with a file that cannot be used."""
NOT_ALL = 3
"""How a folder ends of which some files cannot be used."""
STOPPED = 130
"""How shells say that somebody pressed Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    asked = read_arguments(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names are of all languages, and those of files of any bytes.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _answer(asked)
    except CxError as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return NOT_CHECKED if asked.command == "check" else REFUSED
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return STOPPED
    except BrokenPipeError:  # whoever read it has seen enough, as in `cx ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED


def _answer(asked: argparse.Namespace) -> int:
    """Print what was asked, and return the exit status."""
    limits = LIFTED if asked.no_limits else DEFAULT
    if asked.command == "validate":
        sys.stdout.write(validate_file(asked.file, limits))
        return DONE
    as_of = asked.as_of or _today()
    if asked.command == "analyse":
        return _analyse(asked, How(limits, as_of, robust=not asked.no_robustness))
    text, findings = check_file(
        asked.file, limits, as_of, from_severity=asked.from_severity, as_json=asked.json
    )
    sys.stdout.write(text)
    return FINDINGS if findings else DONE


def _analyse(asked: argparse.Namespace, how: How) -> int:
    """Print what one file says, or write the table of a folder."""
    if not Path(asked.file).is_dir():
        sys.stdout.write(analyse_file(asked.file, how, as_json=asked.json))
        return DONE
    work = AnalyseBelow(asked.file, how, as_lines=asked.json)
    names = files_below(asked.file)  # before anything is written
    output = table_at(asked.out) if asked.out else printed(lines=asked.json)
    with output as rows:
        refused = analyse_folder(work, names, rows, asked.jobs)
    return NOT_ALL if refused else DONE


def _today() -> date:
    """Return the date of this machine.

    The core has no clock (decision 8); the command line is its edge, and this is
    the one place where a date comes in that nobody passed.
    """
    return date.today()  # noqa: DTZ011, TID251 - the user's own day is meant
