"""Which characters a name may hold, and which of them can be seen."""

import re
import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from cxcore.model import NAME_MAX, one_line
from cxcore.model.base import Name
from cxcore.model.text import UNSEEN, unsafe_character, visibly

NAME = TypeAdapter(Name)
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@pytest.mark.parametrize("text", ["\u200b\u200d", "\xad", "\u2060 \u200e", "\u3000"])
def test_a_name_of_which_nothing_can_be_seen_is_no_name(text):
    with pytest.raises(ValidationError):
        NAME.validate_python(text)
    assert one_line(text) == ""


@pytest.mark.parametrize("text", ["👩\u200d💻", "क्\u200dष", "x", "日本", "-"])
def test_joiners_inside_a_name_are_kept(text):
    assert NAME.validate_python(text) == one_line(text) == text


def test_every_format_character_and_space_of_the_basic_plane_shows_nothing():
    unseen = re.compile(rf"[{UNSEEN}\x00-\x1f\x7f-\x9f\ufeff]")
    wanted = {chr(n) for n in range(0x10000) if category(chr(n))[0] == "Z"}
    wanted |= {chr(n) for n in range(0x10000) if category(chr(n)) in ("Cc", "Cf")}

    assert [sign for sign in sorted(wanted) if not unseen.match(sign)] == []


def test_unsafe_are_controls_surrogates_and_what_turns_the_direction():
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        unsafe = category(sign) in ("Cc", "Cs") or sign in TURNS
        assert (unsafe_character(sign) is not None) is unsafe
    assert visibly("a\u202eb\n") == "a\ufffdb\ufffd"
    assert visibly("\u200b \xad") == "\ufffd \ufffd"


@given(st.text(max_size=NAME_MAX))
def test_what_was_typed_becomes_a_name_or_nothing(text):
    name = one_line(text)

    assert name == "" or NAME.validate_python(name) == name
    assert one_line(name) == name
