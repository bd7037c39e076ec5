"""The hostile corpus, first half: what is no workshop file at all, and numbers."""

import json
import zipfile
from io import BytesIO

from cxcore.document import (
    VERSION,
    DuplicateKeyError,
    EmptyFileError,
    EncodingError,
    MissingFieldError,
    NotANumberError,
    NotJsonError,
    NotOursError,
    NumberOutOfRangeError,
    TooDeepError,
    TooNewError,
    TruncatedError,
    WrongTypeError,
)
from tests.document.files import (
    as_bytes,
    small_file,
    small_workshop,
    with_command,
    with_rating,
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

NO_FILE = {
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
    "a newer version": (small_file(version=VERSION + 1), TooNewError),
    "a much newer version": (small_file(version=10**15), TooNewError),
    "a version as text": (small_file(version="1"), WrongTypeError),
    "a version true": (small_file(version=True), WrongTypeError),
    "a version in halves": (small_file(version=1.5), WrongTypeError),
    "version null": (small_file(version=None), WrongTypeError),
    "version 0": (small_file(version=0), NumberOutOfRangeError),
    "no version": ({"format": "cx-workshop"}, MissingFieldError),
    "no workshop": ({"format": "cx-workshop", "version": 1}, MissingFieldError),
}
