"""The types that both sides of the channel share."""

import re
import runpy
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from cxlive.channel.acts import Act
from cxlive.channel.from_browser import FROM_BROWSER, id_in
from cxlive.channel.messages import TO_BROWSER

ROOT = Path(__file__).parents[2]


def kinds(adapter):
    return set(adapter.json_schema()["discriminator"]["mapping"])


def test_the_browser_s_types_are_those_of_the_server():
    tool = runpy.run_path(str(ROOT / "tools" / "messages_dts.py"))

    committed = tool["TARGET"].read_text(encoding="utf-8")
    assert committed == tool["text"](), "run: python tools/messages_dts.py"


def test_every_kind_of_message_has_its_line_in_the_protocol():
    protocol = (ROOT / "docs" / "live.md").read_text(encoding="utf-8")
    from_browser, to_browser = protocol.split("## To the browser")
    rows = re.compile(r"^\| (`[a-z`, ]+) \|", re.MULTILINE)

    def named(text):
        return set(re.findall(r"`([a-z]+)`", " ".join(rows.findall(text)))) - {"kind"}

    assert named(from_browser) == kinds(FROM_BROWSER)
    assert named(to_browser.split("## The table")[0]) == kinds(TO_BROWSER)


def test_every_act_of_a_facilitator_has_its_line_in_the_protocol():
    protocol = (ROOT / "docs" / "live.md").read_text(encoding="utf-8")
    table = protocol.split("## Leading")[1].split("## Who may do what")[0]

    named = re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)
    assert set(named) - {"do"} == kinds(TypeAdapter(Act))


@pytest.mark.parametrize(
    ("frame", "found"),
    [
        ('{"kind":"do","id":"a-b_1","command":{', "a-b_1"),
        (' { "kind" : "paste" , "id" : "x" , "text":"' + "y" * 100_000, "x"),
        ('{"kind":"do","command":{"id":"pay"},"id":"x"}', ""),
        ('{"kind":"do","id":"' + "x" * 65 + '"}', ""),
        ('{"kind":"do","id":7}', ""),
        ('{"id":"x"', ""),
        ("", ""),
    ],
    ids=lambda text: text[:40],
)
def test_an_id_is_read_from_the_start_of_a_frame_and_from_nowhere_else(frame, found):
    assert id_in(frame) == found
