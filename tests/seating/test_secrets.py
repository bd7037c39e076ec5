"""Codes and tokens: how they look, and how what people type is read."""

import re

import pytest

from cxlive.seating.seats import LinkKind
from cxlive.seating.secret import new_code, new_token, read_secret

CODE = "7KQ2-M9XD"


def test_a_code_is_two_halves_of_four_signs_that_are_not_confused():
    for _ in range(200):
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", new_code())


def test_codes_and_tokens_do_not_repeat():
    assert len({new_code() for _ in range(1_000)}) == 1_000
    assert len({new_token() for _ in range(1_000)}) == 1_000


@pytest.mark.parametrize(
    "typed",
    [
        "7kq2-m9xd",
        "7KQ2M9XD",
        " 7KQ2 M9XD ",
        "7-K-Q-2 m 9 x d",
        "7KQ2–M9XD",
        "7KQ2\u2011M9XD",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_secret(typed) == read_secret(CODE)
    assert read_secret(typed).kind is LinkKind.CODE


def test_letters_are_read_as_the_digits_they_look_like():
    assert read_secret("ILO0-il01") == read_secret("1100-1101")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "7KQ2",
        "7KQ2-M9XDX",
        "7KQU-M9XD",
        "7KQ2-M9X!",
        "7" * 42,
        "7" * 44,
        "9" * 100_000,
        "<script>alert(1)</script>",
        "\x00" * 8,
        "\ud800",
        "7kq2-m9xd-ﬀ",
    ],
)
def test_what_can_be_neither_is_nothing(typed):
    assert read_secret(typed) is None


def test_a_token_is_read_exactly_as_it_is():
    token = new_token()

    assert read_secret(token).kind is LinkKind.LINK
    assert read_secret(token) == read_secret(token)
    assert read_secret(token.swapcase()) != read_secret(token)


def test_a_hash_tells_nothing_of_what_was_hashed():
    token = new_token()

    for secret in (read_secret(CODE), read_secret(token)):
        assert re.fullmatch(r"[0-9a-f]{64}", secret.hash)
        assert CODE.replace("-", "") not in repr(secret)
        assert token not in repr(secret)
