"""The hostile corpus, second half: wrong shapes, ids, texts, and too much."""

from cxcore.document import (
    DocumentInvalidError,
    IdClashError,
    MissingFieldError,
    TooLargeError,
    TooLongError,
    TooManyError,
    UnsafeTextError,
    WrongTypeError,
)
from tests.document.files import (
    many,
    security,
    small_file,
    small_workshop,
    with_command,
    with_touchpoint,
)
from tests.document.hostile import SET_VALENCE, SMALL

WRONG_SHAPE = {
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
    "a name of nothing to see": (
        with_touchpoint(name="\u200b\u200d \xad\u2060"),
        DocumentInvalidError,
    ),
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
