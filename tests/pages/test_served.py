"""All of our browser code in one file: the same modules, each with names of its own."""

import shutil
import subprocess
from graphlib import CycleError

import pytest

from cxui.components.bundle import CannotBundleError, bundle
from cxui.components.served import APP, BOARD, FOLLOWER, SCRIPT, loader


def run(script, ending=""):
    """What node says of a script with these lines behind it; without any: nothing."""
    node = shutil.which("node")
    assert node, "the tests of the browser code need node"
    command = [node, "--input-type=module", "-" if ending else "--check"]
    done = subprocess.run(
        command,
        input=f"{script}\n{ending}",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_modules_hide_from_each_other_stays_hidden():
    modules = {
        "main.js": (
            'import {\n  twice as double,\n  start,\n} from "./deep/down.js";\n'
            "/** Says it.\n * @returns {number} */\nconst step = 3;\n"
            "export default function main() { return double(step) + start; }\n"
        ),
        "deep/down.js": (
            'import { step } from "../top.js";\n'
            "export const start = step; /** kept */ const other = 1;\n"
            "export function twice(x) { return 2 * x * other; }\n"
        ),
        "top.js": "const hidden = 10;\nexport const step = hidden;\n",
        "alone.js": "throw new Error('nobody asked for it');\n",
    }

    script = bundle(modules, ["main.js"])

    assert run(script, 'console.log(entries["main.js"]());') == "16"
    assert "Says it" not in script
    assert "nobody asked" not in script


def test_a_module_that_two_import_is_run_once():
    modules = {
        "one.js": 'import { at } from "./at.js";\nexport default async function one() '
        "{ return at; }\n",
        "two.js": 'import { at } from "./at.js";\nexport default function two() '
        "{ return at; }\n",
        "at.js": "export const at = {};\n",
    }

    script = bundle(modules, ["one.js", "two.js"])

    same = 'console.log(await entries["one.js"]() === entries["two.js"]());'
    assert run(script, same) == "true"


@pytest.mark.parametrize(
    "text",
    [
        'import all from "./top.js";\n',
        'import * as all from "./top.js";\n',
        'import "./top.js";\n',
        "export let count = 0;\n",
        "export { count };\n",
        "export const { a, b } = c;\n",
        "export class Shape {}\n",
        'const later = async () => (await import("./top.js")).at;\n',
        'import { gone } from "./gone.js";\n',
    ],
)
def test_other_forms_and_what_is_not_there_are_refused(text):
    modules = {"main.js": text, "top.js": "export const at = 1;\n"}

    with pytest.raises(CannotBundleError):
        bundle(modules, ["main.js"])


def test_a_circle_of_imports_is_refused():
    modules = {
        "main.js": 'import { b } from "./b.js";\nexport const a = 1;\n',
        "b.js": 'import { a } from "./main.js";\nexport const b = a;\n',
    }

    with pytest.raises(CycleError):
        bundle(modules, ["main.js"])


def test_the_script_of_the_app_is_one_that_a_browser_can_read():
    run(SCRIPT)

    for entry in (BOARD, FOLLOWER):
        assert f'"{entry}": ' in SCRIPT
        assert f'/{APP}"' in loader(entry)
        assert loader(entry).endswith(f'.entries["{entry}"];\n')


def test_a_name_that_the_other_module_does_not_export_is_refused():
    modules = {
        "main.js": 'import { here, gone as away } from "./top.js";\n',
        "top.js": "export const here = 1;\n",
    }

    with pytest.raises(CannotBundleError, match="gone"):
        bundle(modules, ["main.js"])
