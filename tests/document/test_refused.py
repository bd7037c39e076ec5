"""Files that do not open, and why: the hostile corpus."""

from time import perf_counter

import pytest

from cxcore.document import (
    LIFTED,
    VERSION,
    DocumentError,
    IdClashError,
    Limits,
    MissingFieldError,
    NotANumberError,
    NotJsonError,
    NumberOutOfRangeError,
    TooDeepError,
    TooLargeError,
    TooManyError,
    TooNewError,
    TruncatedError,
    errors,
)
from tests.document.files import (
    entry_data,
    many,
    opened,
    refusal,
    small_file,
    small_workshop,
    with_command,
    with_rating,
    with_touchpoint,
)
from tests.document.hostile import NO_FILE, SET_VALENCE, SMALL, nested, with_raw_valence
from tests.document.hostile_shapes import WRONG_SHAPE

HOSTILE = NO_FILE | WRONG_SHAPE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_name_and_in_one_sentence(name):
    data, error = HOSTILE[name]

    said = str(refusal(data, error))

    assert said.endswith(".")
    assert len(said) < 400
    assert said.isprintable()


@pytest.mark.parametrize("name", HOSTILE)
def test_lifting_the_limits_lifts_nothing_else(name):
    data, error = HOSTILE[name]
    if error in (TooLargeError, TooManyError):
        opened(data, LIFTED)
        return

    with pytest.raises(error):
        opened(data, LIFTED)


@pytest.mark.parametrize("cut", range(1, len(SMALL)))
def test_a_file_that_was_cut_off_says_so_wherever_it_was_cut(cut):
    assert refusal(SMALL[:cut], TruncatedError).size == cut


def test_every_named_error_has_a_file_that_shows_it():
    shown = {error for _, error in HOSTILE.values()}
    named = {
        error
        for error in vars(errors).values()
        if isinstance(error, type)
        and issubclass(error, DocumentError)
        and not error.__name__.startswith("_")
    }

    assert named - shown == {DocumentError}


def test_the_place_is_told_in_human_words():
    said = refusal(with_rating(expectation=12), NumberOutOfRangeError)

    assert str(said) == (
        "In the rating by “Ana” of the touchpoint “Security”, "
        "expectation is 12; it must be 0 to 10."
    )
    assert (said.field, said.found, said.allowed) == ("expectation", "12", "0 to 10")


def test_a_touchpoint_is_named_as_people_named_it():
    said = refusal(with_touchpoint(reach=2), NumberOutOfRangeError)

    assert str(said) == "In the touchpoint “Security”, reach is 2; it must be 0 to 1."


def test_a_change_is_told_by_its_number():
    said = refusal(with_command(**SET_VALENCE, value=12), NumberOutOfRangeError)

    assert said.place == "in change 1 of the history"


def test_the_place_of_a_number_that_is_none_is_found_again():
    said = refusal(with_raw_valence("NaN"), NotANumberError)

    assert said.place == "in the rating by “Ana” of the touchpoint “Security”"
    assert (said.field, said.found) == ("valence", "NaN")


def test_a_newer_file_is_refused_with_both_numbers():
    said = refusal(small_file(version=7), TooNewError)

    assert (said.found, said.supported) == (7, VERSION)


def test_a_limit_is_named_with_its_value():
    said = refusal(
        small_file(small_workshop(**many(201, "participants", {"name": "N"}))),
        TooManyError,
    )

    assert (said.what, said.found, said.limit) == ("participants", 201, 200)


def test_two_things_with_one_id_are_both_named():
    clash = small_workshop(personas={"ana": {"id": "ana", "name": "Marta"}})

    said = refusal(small_file(clash), IdClashError)

    assert (said.first, said.second) == ("the participant “Ana”", "the persona “Marta”")


def test_a_file_as_deep_as_the_limit_opens():
    assert opened(nested(31)).envelope.workshop.id == "w1"


def test_brackets_in_a_text_are_no_levels():
    name = "[" * 50 + '\\"{' + "{" * 50

    assert opened(with_touchpoint(name=name)).repairs == ()


def test_limits_can_be_tightened():
    with pytest.raises(TooLargeError):
        opened(SMALL, Limits(bytes=len(SMALL) - 1))


def test_a_byte_order_mark_at_the_start_is_no_harm():
    assert opened(b"\xef\xbb\xbf" + SMALL) == opened(SMALL)


def test_minus_zero_is_zero():
    workshop = opened(with_raw_valence("-0.0")).envelope.workshop

    assert workshop == opened(with_raw_valence("0")).envelope.workshop


@pytest.mark.parametrize("error", [TooDeepError, TooLargeError, NotJsonError])
def test_what_is_far_too_much_is_refused_quickly(error):
    worst = {
        TooDeepError: b"[" * 9_999_999,
        TooLargeError: b"[" * 10_000_001,
        NotJsonError: b"[" * 30 + b"]" * 9_999_000,
    }
    begin = perf_counter()

    refusal(worst[error], error)

    assert perf_counter() - begin < 2


def test_an_unreadable_entry_names_its_number():
    second = entry_data(2, {"kind": "remove", "of": "stage"})
    first = entry_data(1, {"kind": "remove", "of": "stage", "id": "arrive"})

    said = refusal(small_file(history=[first, second]), MissingFieldError)

    assert (said.place, said.field) == ("in change 2 of the history", "id")
