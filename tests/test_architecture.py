"""The shape of the code, beyond the layers that import-linter guards.

Pages and the launcher are scripts: what they may name themselves is read here.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "pages").rglob("*.py"))
CORE = sorted((ROOT / "cxcore").rglob("*.py"))

OURS = ("cxcore", "cxlive", "cxui", "pages", "tests", "tools", "benchmarks")
CODE = {".py", ".js", ".mjs", ".css", ".sh"}
MOST_LINES = 350

NOT_FOR_PAGES = {"pandas", "altair", "json", "sqlite3", "sqlalchemy", "pages"}
USER_INTERFACE_AND_STORAGE = (
    "streamlit",
    "streamlit_agraph",
    "altair",
    "starlette",
    "sqlalchemy",
)
ABOVE = ("cxlive", "cxui")
WITH_PANDAS = ("cxcore.exchange", "cxcore.cli")


def short(path):
    return path.relative_to(ROOT).as_posix()


def our_files():
    folders = [path for name in OURS for path in (ROOT / name).rglob("*")]
    return sorted(
        path
        for path in [ROOT / "app.py", *folders]
        if path.suffix in CODE and path.is_file()
    )


def imported_modules(path):
    """Every module name that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def roots(modules):
    """The first part of each name; a relative import stays within the pages."""
    return {"pages" if name[0] == "." else name.split(".")[0] for name in modules}


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def core_modules():
    return [module_name(path) for path in CORE if path.stem != "__main__"]


def import_with_bars(modules, barred):
    """Import the modules in a fresh interpreter that has none of the barred ones."""
    script = "\n".join(
        [
            "import importlib, sys",
            *(f"sys.modules[{name!r}] = None" for name in barred),
            *(f"importlib.import_module({name!r})" for name in modules),
        ]
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_core_runs_without_a_user_interface_and_a_store():
    result = import_with_bars(core_modules(), [*USER_INTERFACE_AND_STORAGE, *ABOVE])

    assert result.returncode == 0, result.stderr


def test_only_exchange_and_the_command_line_need_pandas():
    modules = [name for name in core_modules() if not name.startswith(WITH_PANDAS)]

    result = import_with_bars(modules, ["pandas"])

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_a_page_holds_no_data_work_and_knows_no_other_page(page):
    names = {path.stem for path in PAGES}

    forbidden = roots(imported_modules(page)) & (NOT_FOR_PAGES | names)

    assert forbidden == set()


@pytest.mark.parametrize("page", PAGES, ids=short)
def test_a_page_reaches_rooms_through_cxui_only(page):
    assert "cxlive" not in roots(imported_modules(page))


def test_nothing_imports_a_page():
    importing = [
        short(path)
        for path in our_files()
        if path.suffix == ".py"
        and any(name.split(".")[0] == "pages" for name in imported_modules(path))
    ]

    assert importing == []


def test_no_file_is_longer_than_a_reader_s_patience():
    too_long = {
        short(path): lines
        for path in our_files()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }

    assert too_long == {}


def test_chance_in_the_core_comes_from_a_seed_that_was_passed_in():
    unseeded = [
        f"{short(path)}:{node.lineno}"
        for path in CORE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and not node.args
        and not node.keywords
        and ast.unparse(node.func).endswith(("default_rng", "SeedSequence"))
    ]

    assert unseeded == []
