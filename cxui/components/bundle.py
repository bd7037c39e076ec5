"""Many small modules as one file: a page asks for one thing, not for ninety."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from graphlib import TopologicalSorter

ENTRIES = "entries"
"""What the file exports: what each entry exports by default, by its name."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (default )?((?:async )?function|const) (\w+)", re.MULTILINE
)
_COMMENT = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_OTHER_FORM = re.compile(
    r"^(?:import|export)\b.*|^.*(?:await|return|void|=>) import\(.*", re.MULTILINE
)
"""What is left of imports and exports; what is fetched later would be there twice."""


class CannotBundleError(ValueError):
    """A module is written in a way that cannot be put into one file with others."""


def bundle(modules: Mapping[str, str], entries: Iterable[str]) -> str:
    """Return one module that holds these entries and all that they import.

    Each module becomes a function of its own that is run once and returns what it
    exports, so the names inside it stay its own. That asks for a few plain forms:
    ``import { a, b as c } from "./x.js";``, and ``export`` before a function or const.

    Args:
        modules: texts by path below one folder.
        entries: paths of modules with a default export.

    Raises:
        CannotBundleError: a module uses another form, or imports what is not there.
        graphlib.CycleError: modules import each other in a circle.
    """
    entries = tuple(entries)
    order = tuple(TopologicalSorter(_graph(modules, entries)).static_order())
    places = {name: f"_m{place}" for place, name in enumerate(order)}
    given = {name: _exported(modules[name]) for name in order}
    parts = [_wrapped(name, modules[name], places, given) for name in order]
    exported = ", ".join(f'"{name}": {places[name]}.default' for name in entries)
    return "\n".join([*parts, f"export const {ENTRIES} = {{ {exported} }};\n"])


def _graph(
    modules: Mapping[str, str], entries: tuple[str, ...]
) -> dict[str, list[str]]:
    """Return what each module imports, for all that the entries lead to."""
    graph: dict[str, list[str]] = {}
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name in graph:
            continue
        if name not in modules:
            msg = f"There is no module {name}."
            raise CannotBundleError(msg)
        found = _IMPORT.finditer(modules[name])
        graph[name] = [_path(name, each[2]) for each in found]
        waiting += graph[name]
    return graph


def _path(name: str, imported: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), imported))


def _wrapped(
    name: str,
    text: str,
    places: Mapping[str, str],
    given: Mapping[str, Mapping[str, str]],
) -> str:
    """Return a module as a constant: what its function returns."""

    def taken(found: re.Match[str]) -> str:
        path = _path(name, found[2])
        missing = set(_taken(found)) - given[path].keys()
        if missing:
            msg = f"{name}: {path} exports no {', '.join(sorted(missing))}."
            raise CannotBundleError(msg)
        return f"const {{{found[1].replace(' as ', ': ')}}} = {places[path]};"

    body = _EXPORT.sub(r"\2 \3", _IMPORT.sub(taken, _COMMENT.sub("", text)))
    left = _OTHER_FORM.search(body)
    if left is not None:
        msg = f"{name} cannot be put into one file: {left[0]}"
        raise CannotBundleError(msg)
    returned = ", ".join(f"{key}: {local}" for key, local in given[name].items())
    whole = f"(() => {{\n{body}return {{ {returned} }};\n}})();"
    return f"// {name}\nconst {places[name]} = {whole}"


def _taken(found: re.Match[str]) -> list[str]:
    """Return the names that an import takes, as the other module calls them."""
    return [
        name.partition(" as ")[0].strip() for name in found[1].strip(" \n,").split(",")
    ]


def _exported(text: str) -> dict[str, str]:
    """Return what a module calls the things that it exports, by exported name."""
    found = _EXPORT.finditer(text)
    return {"default" if each[1] else each[3]: each[3] for each in found}
