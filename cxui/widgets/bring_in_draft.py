"""What is being brought in: the file, and all that was chosen about it so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePath
from typing import Any, TypeVar

import streamlit as st

from cxcore.exchange.table_files import read_table, sheets_of
from cxcore.exchange.tables import Table, all_different
from cxcore.model import NAME_MAX, one_line
from cxui import tab

T = TypeVar("T")

LEFT_OUT = ""
"""Chosen for a column that nothing is taken of."""

_numbers = count(1)


@dataclass
class Draft:
    """One file on its way in; it lasts while one looks at other pages."""

    uploader: int = field(default_factory=lambda: next(_numbers))
    """Tells the place to drop a file from the one that took the last."""
    number: int = field(default_factory=lambda: next(_numbers))
    """Tells the widgets of this file from those of the last one."""
    name: str = ""
    data: bytes = b""
    sheets: tuple[str, ...] = ()
    choices: dict[str, Any] = field(default_factory=dict)
    """Values of widgets, which forget theirs when one goes to another page."""
    added: str = ""
    """What has come of the file before this one, in a sentence."""
    _worked_out: dict[str, tuple[object, Any]] = field(default_factory=dict)

    def take(self, name: str, data: bytes) -> None:
        """Begin with this file.

        Raises:
            TableError: it cannot be read.
        """
        self.sheets = sheets_of(data)
        self.name, self.data = one_line(PurePath(name).name)[:NAME_MAX], data

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return PurePath(self.name).stem

    def table(self, sheet: str | None) -> Table:
        """Return the file as a table; raises ``TableError``."""
        return self.once("table", sheet, lambda: read_table(self.data, sheet))

    def once(self, what: str, about: object, work_out: Callable[[], T]) -> T:
        """Work something out, and again only when it is about something else."""
        known = self._worked_out.get(what)
        if known is None or known[0] != about:
            known = self._worked_out[what] = (about, work_out())
        found: T = known[1]
        return found

    def choose(
        self,
        label: str,
        options: Mapping[Any, str],
        *,
        key: str,
        first: object = LEFT_OUT,
        help_text: str | None = None,
    ) -> Any:  # noqa: ANN401 - whatever the options are
        """Let people choose one of several; the guess stands there first.

        Args:
            label: what is asked, safe to be shown.
            options: what can be chosen, with what it is called.
            key: tells this choice from the others about this file.
            first: what is chosen as long as nobody chooses; else the first option.
            help_text: more about it, safe to be shown.
        """
        name = self._begun(key, first, options)
        labels = dict(zip(options, all_different(options.values()), strict=True))
        self.choices[key] = st.selectbox(
            label,
            list(options),
            format_func=lambda each: labels[each],
            key=name,
            help=help_text,
        )
        return self.choices[key]

    def tick(self, label: str, *, key: str, first: bool = False) -> bool:
        """Let people switch something on or off."""
        name = self._begun(key, first)
        self.choices[key] = st.checkbox(label, key=name)
        return bool(self.choices[key])

    def write(self, label: str, *, key: str, first: str) -> str:
        """Let people write one line; returns it as it may be kept."""
        name = self._begun(key, first)
        self.choices[key] = st.text_input(label, max_chars=NAME_MAX, key=name)
        return one_line(self.choices[key][:NAME_MAX])

    def key(self, key: str) -> str:
        """Return the key of a widget that is about this file alone."""
        return f"bring_in.{self.number}.{key}"

    def _begun(
        self, key: str, first: object, options: Mapping[Any, str] | None = None
    ) -> str:
        """Return the key of a widget that begins with what was chosen before."""
        name = self.key(key)
        value = self.choices.get(key, first)
        if options is not None:
            tab.keep_to(name, options)
            value = value if value in options else next(iter(options))
        tab.start_with(name, value)
        return name


def letters(names: Sequence[str]) -> dict[int | str, str]:
    """Return the columns of a file as options, after "leave it out"."""
    return {LEFT_OUT: "– no column –", **dict(enumerate(names))}
