"""Files that do not open, and why: the hostile corpus."""

import json
import zipfile
from io import BytesIO
from time import perf_counter

import pytest

from cxcore.document import (
    LIFTED,
    DocumentError,
    DocumentInvalidError,
    DuplicateKeyError,
    EmptyFileError,
    EncodingError,
    IdClashError,
    Limits,
    MissingFieldError,
    NotANumberError,
    NotJsonError,
    NotOursError,
    NumberOutOfRangeError,
    TooDeepError,
    TooLargeError,
    TooLongError,
    TooManyError,
    TooNewError,
    TruncatedError,
    UnsafeTextError,
    WrongTypeError,
    errors,
)
from tests.document.files import (
    as_bytes,
    entry_data,
    many,
    opened,
    refusal,
    security,
    small_file,
    small_workshop,
    with_command,
    with_rating,
    with_touchpoint,
)

SMALL = as_bytes(small_file())
VALENCE = b"-2.5"


def with_raw_valence(text):
    """The small file with this very text where the valence stands."""
    assert SMALL.count(VALENCE) == 1
    return SMALL.replace(VALENCE, text.encode())


def zipped():
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("workshop.json", SMALL)
    return archive.getvalue()


def nested(depth):
    return small_file(extra=json.loads("[" * depth + "]" * depth))


SET_VALENCE = {
    "kind": "set_rating",
    "touchpoint_id": "security",
    "participant_id": "ana",
    "part": "valence",
}
ANSWER = {
    "kind": "set_answer",
    "subject_id": "visit",
    "participant_id": "ana",
    "part": "overall",
}

HOSTILE = {
    # no JSON, or not all of it
    "nothing": (b"", EmptyFileError),
    "blanks": (b" \n\t ", EmptyFileError),
    "only a byte order mark": (b"\xef\xbb\xbf", EmptyFileError),
    "a sentence": (b"Dear team,", NotJsonError),
    "a table": (b"name;valence\nQueue;-3\n", NotJsonError),
    "a web page": (b"<!DOCTYPE html><html></html>", NotJsonError),
    "two values": (SMALL + SMALL, NotJsonError),
    "a comma too many": (SMALL.replace(b"[]", b"[1,]"), NotJsonError),
    "single quotes": (SMALL.replace(b'"', b"'"), NotJsonError),
    "a raw NUL in a name": (SMALL.replace(b"Security", b"Sec\0urity"), NotJsonError),
    "a raw line break in a name": (
        SMALL.replace(b"Security", b"Sec\nurity"),
        NotJsonError,
    ),
    "one opening brace": (b"{", TruncatedError),
    "half of it": (SMALL[: len(SMALL) // 2], TruncatedError),
    "all but the last byte": (SMALL[:-1], TruncatedError),
    "cut inside a letter": ('{"format": "é'.encode()[:-1], TruncatedError),
    "an archive": (zipped(), EncodingError),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), EncodingError),
    "UTF-16": (SMALL.decode().encode("utf-16"), EncodingError),
    "Latin-1": ('{"name": "Café"}'.encode("latin-1"), EncodingError),
    "an encoded surrogate": (b'{"name": "\xed\xa0\x80"}', EncodingError),
    "a document of another kind": (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", EncodingError),
    # shapes that break parsers
    "200 levels": (nested(200), TooDeepError),
    "33 levels": (as_bytes(nested(32)), TooDeepError),
    "a million lists": (b"[" * 1_000_000, TooDeepError),
    "a million objects": (b'{"a":' * 1_000_000, TooDeepError),
    "lists that close again": (b"[" * 500 + b"]" * 500, TooDeepError),
    "a key twice": (SMALL.replace(b'"base"', b'"history"'), DuplicateKeyError),
    "a touchpoint twice": (
        SMALL.replace(
            b'"touchpoints": {', b'"touchpoints": {"security": {}, "security": {}, '
        ),
        DuplicateKeyError,
    ),
    # numbers
    "NaN": (with_raw_valence("NaN"), NotANumberError),
    "Infinity": (with_raw_valence("Infinity"), NotANumberError),
    "-Infinity": (with_raw_valence("-Infinity"), NotANumberError),
    "NaN in an unknown field": (
        SMALL.replace(b'"base": null', b'"x": NaN'),
        NotANumberError,
    ),
    "1e999": (with_raw_valence("1e999"), NumberOutOfRangeError),
    "-1e999": (with_raw_valence("-1e999"), NumberOutOfRangeError),
    "4,000 digits": (with_raw_valence("1" * 4_000), NumberOutOfRangeError),
    "5,000 digits": (with_raw_valence("1" * 5_000), NumberOutOfRangeError),
    "4,000 decimals": (with_raw_valence("1." + "1" * 4_000), NumberOutOfRangeError),
    "2^63": (with_raw_valence(f"{2**63}"), NumberOutOfRangeError),
    "a bit too good": (with_rating(valence=5.1), NumberOutOfRangeError),
    "a bit too bad": (with_rating(valence=-5.0001), NumberOutOfRangeError),
    "no effort at all": (with_rating(effort=0), NumberOutOfRangeError),
    "the text 5": (with_rating(valence="5"), WrongTypeError),
    "true for 1": (with_rating(importance=True), WrongTypeError),
    "1 for true": (with_rating(dot=1), WrongTypeError),
    "a list for a number": (with_rating(valence=[1]), WrongTypeError),
    "the text 5 in a change": (with_command(**SET_VALENCE, value="5"), WrongTypeError),
    "the text 5 in a batch": (
        with_command(kind="batch", commands=[SET_VALENCE | {"value": "5"}]),
        WrongTypeError,
    ),
    "the text true in a change": (
        with_command(**SET_VALENCE | {"part": "dot"}, value="true"),
        WrongTypeError,
    ),
    "true in an answer": (with_command(**ANSWER, value=True), WrongTypeError),
    "a text as threshold": (
        small_file(small_workshop(settings={"checkup": {"few": "3"}})),
        WrongTypeError,
    ),
    "12 in a change": (with_command(**SET_VALENCE, value=12), NumberOutOfRangeError),
    "a weight of 7": (
        small_file(small_workshop(settings={"severity": {"pain": 7}})),
        NumberOutOfRangeError,
    ),
    "a number of people in halves": (
        small_file(small_workshop(settings={"critical": {"most": 1.5}})),
        WrongTypeError,
    ),
    # not ours, or not of our time
    "an empty object": ({}, NotOursError),
    "a list": ([], NotOursError),
    "a text": ("cx-workshop", NotOursError),
    "null": (None, NotOursError),
    "a number": (7, NotOursError),
    "somebody else's file": ({"format": "drawing", "version": 1}, NotOursError),
    "a format in a list": ({"format": ["cx-workshop"]}, NotOursError),
    "a newer version": (small_file(version=2), TooNewError),
    "a much newer version": (small_file(version=10**15), TooNewError),
    "a version as text": (small_file(version="1"), WrongTypeError),
    "a version true": (small_file(version=True), WrongTypeError),
    "a version in halves": (small_file(version=1.5), WrongTypeError),
    "version null": (small_file(version=None), WrongTypeError),
    "version 0": (small_file(version=0), NumberOutOfRangeError),
    "no version": ({"format": "cx-workshop"}, MissingFieldError),
    "no workshop": ({"format": "cx-workshop", "version": 1}, MissingFieldError),
    # wrong shapes
    "a workshop that is a list": (small_file(workshop=[1]), WrongTypeError),
    "a base that is a text": (small_file(base="x"), WrongTypeError),
    "a history that is an object": (small_file(history={"a": 1}), WrongTypeError),
    "touchpoints in a list": (
        small_file(small_workshop(touchpoints=[security()])),
        WrongTypeError,
    ),
    "a touchpoint that is null": (
        small_file(small_workshop(touchpoints={"security": None})),
        WrongTypeError,
    ),
    "a name that is null": (with_touchpoint(name=None), WrongTypeError),
    "a list of ids that is a text": (
        with_touchpoint(brand_value_ids="abc"),
        WrongTypeError,
    ),
    "a date that is a number": (
        small_file(small_workshop(brief={"review_on": 20_000})),
        DocumentInvalidError,
    ),
    "no date": (
        small_file(small_workshop(brief={"review_on": "soon"})),
        WrongTypeError,
    ),
    "no name": (
        small_file(small_workshop(journeys={"visit": {"id": "visit"}})),
        MissingFieldError,
    ),
    "no id": (
        small_file(small_workshop(journeys={"visit": {"name": "Visit"}})),
        MissingFieldError,
    ),
    "a channel nobody knows": (
        with_touchpoint(channel="telepathy"),
        DocumentInvalidError,
    ),
    "a standpoint nobody knows": (
        small_file(
            small_workshop(ratings={"security": {"ana": {"as_a_cat": {"valence": 1}}}})
        ),
        DocumentInvalidError,
    ),
    "a blank name": (with_touchpoint(name="  "), DocumentInvalidError),
    "an empty name": (with_touchpoint(name=""), DocumentInvalidError),
    "an id that is a path": (
        small_file(
            small_workshop(journeys={"../../etc": {"id": "../../etc", "name": "x"}})
        ),
        DocumentInvalidError,
    ),
    "a change nobody knows": (with_command(kind="explode"), DocumentInvalidError),
    "a change without a kind": (with_command(), DocumentInvalidError),
    "a change of a thing nobody knows": (
        with_command(kind="remove", of="spaceship", id="x"),
        DocumentInvalidError,
    ),
    "an entry without a place": (
        small_file(history=[{"id": "e1", "site": "x", "command": {}}]),
        MissingFieldError,
    ),
    "an endless batch": (
        with_command(kind="batch", commands=[SET_VALENCE | {"value": 1}] * 5_001),
        DocumentInvalidError,
    ),
    # ids
    "a key that is not the id": (
        small_file(small_workshop(touchpoints={"other": security()})),
        IdClashError,
    ),
    "an id that is a number": (
        small_file(small_workshop(touchpoints={"security": security(id=5)})),
        IdClashError,
    ),
    "one id for two kinds": (
        small_file(small_workshop(personas={"ana": {"id": "ana", "name": "Ana"}})),
        IdClashError,
    ),
    "one id for two kinds in the base": (
        small_file(base=small_workshop(personas={"ana": {"id": "ana", "name": "Ana"}})),
        IdClashError,
    ),
    # texts
    "a NUL": (with_touchpoint(name="Sec\0urity"), UnsafeTextError),
    "an escape": (with_touchpoint(name="\x1b[31mred"), UnsafeTextError),
    "a line break in a name": (with_touchpoint(name="Two\nlines"), UnsafeTextError),
    "a reading direction": (with_touchpoint(name="a\u202egnp.exe"), UnsafeTextError),
    "an isolate": (with_touchpoint(owner="\u2066hidden"), UnsafeTextError),
    "a byte order mark inside": (with_touchpoint(props="\ufeff"), UnsafeTextError),
    "a lone surrogate": (with_touchpoint(name="\ud800"), UnsafeTextError),
    "a surrogate in a change": (
        with_command(
            kind="write_text",
            of="journey",
            id="visit",
            field="name",
            text="x",
            seen="\udfff",
        ),
        UnsafeTextError,
    ),
    "a hidden character in a change": (
        with_command(
            kind="write_text",
            of="journey",
            id="visit",
            field="name",
            text="a\u202eb",
            seen="",
        ),
        UnsafeTextError,
    ),
    "a name of 1 MB": (with_touchpoint(name="x" * 1_000_000), TooLongError),
    "a note of 10,001 characters": (with_touchpoint(action="x" * 10_001), TooLongError),
    "an id of 1 MB": (
        small_file(small_workshop(id="x" * 1_000_000)),
        DocumentInvalidError,
    ),
    # too much
    "10 MB and a byte": (SMALL + b" " * (10_000_001 - len(SMALL)), TooLargeError),
    "5,001 touchpoints": (
        small_file(small_workshop(**many(5_001, "touchpoints", security()))),
        TooManyError,
    ),
    "201 participants": (
        small_file(small_workshop(**many(201, "participants", {"name": "N"}))),
        TooManyError,
    ),
    "201 participants in the base": (
        small_file(base=small_workshop(**many(201, "participants", {"name": "N"}))),
        TooManyError,
    ),
}


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

    assert (said.found, said.supported) == (7, 1)


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
