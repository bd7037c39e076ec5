"""A journey from a pasted list, and what of it is lost."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.edit import apply, fits, siblings
from cxcore.exchange import (
    EmptyOutlineError,
    LineTooLongError,
    OutlineError,
    OutlineTooLongError,
    outline_commands,
    parse_outline,
)
from cxcore.exchange.outline import LINES_MAX, TEXT_MAX
from cxcore.model import Journey, Participant, Workshop

AIRPORT = [("Before", ["Plan", "Book"]), ("Airport", ["Security"])]

SAME = {
    "indented": "Before\n  Plan\n  Book\nAirport\n  Security",
    "with tabs": "Before\n\tPlan\n\tBook\nAirport\n\tSecurity",
    "dashed": "Before\n- Plan\n- Book\nAirport\n- Security",
    "starred and indented": "Before\n  * Plan\n  * Book\nAirport\n  * Security",
    "bulleted": "Before\n•Plan\n• Book\nAirport\n• Security",
    "Windows line ends": "Before\r\n  Plan\r\n  Book\r\nAirport\r\n  Security\r\n",
    "blank lines": "\n\nBefore\n\n  Plan\n  Book\n   \nAirport\n  Security\n\n",
    "numbered stages": "1. Before\n   - Plan\n   - Book\n2. Airport\n   - Security",
    "numbered stages, dashes": "1) Before\n- Plan\n- Book\n2) Airport\n- Security",
    "numbered touchpoints": "Before\n1. Plan\n2. Book\nAirport\n1. Security",
    "letters": "Before\na) Plan\nb) Book\nAirport\na) Security",
    "headings": "## Before\n- Plan\n- Book\n## Airport\n- Security",
    "headings and plain lines": "# Before\nPlan\nBook\n\n# Airport\nSecurity",
    "headings of two levels": "# Before\n## Plan\n## Book\n# Airport\n## Security",
    "nested dashes": "- Before\n  - Plan\n  - Book\n- Airport\n  - Security",
    "tasks": "Before\n- [ ] Plan\n- [x] Book\nAirport\n- [ ] Security",
    "all indented": "    Before\n      Plan\n      Book\n    Airport\n      Security",
    "a byte order mark": "\ufeffBefore\n  Plan\n  Book\nAirport\n  Security",
    "hard blanks": "Before\n\xa0\xa0Plan\n\xa0\xa0Book\nAirport\n\xa0\xa0Security",
    "Mermaid": (
        "journey\n  section Before\n    Plan: 3\n    Book: 3\n"
        "  section Airport\n    Security: 3"
    ),
}


def read(text):
    return [
        (stage.name, [one.name for one in stage.touchpoints])
        for stage in parse_outline(text).stages
    ]


@pytest.mark.parametrize("name", SAME)
def test_the_same_journey_is_read_however_it_is_written(name):
    assert read(SAME[name]) == AIRPORT


@pytest.mark.parametrize(
    "text", ["Before\nAirport", "- Before\n- Airport", "1. Before\n2. Airport"]
)
def test_a_list_without_indentation_is_stages_only(text):
    assert read(text) == [("Before", []), ("Airport", [])]


def test_a_first_heading_above_all_others_is_the_title():
    outline = parse_outline("# Fly to Rome\n## Before\n- Plan")

    assert outline.title == "Fly to Rome"
    assert [stage.name for stage in outline.stages] == ["Before"]


@pytest.mark.parametrize(
    ("written", "name", "channel"),
    [
        ("Book (web)", "Book", "web"),
        ("Book (Website)", "Book", "web"),
        ("Book [online]", "Book", "web"),
        ("Ask (e-mail)", "Ask", "mail"),
        ("Ask (in store)", "Ask", "store"),
        ("Ask (in-store)", "Ask", "store"),
        ("Ask (on site)", "Ask", "on_site"),
        ("Ask (on_site)", "Ask", "on_site"),
        ("Ask (face-to-face)", "Ask", "on_site"),
        ("Wait (call centre)", "Wait", "phone"),
        ("Wait (WhatsApp)", "Wait", "chat"),
        ("Wait (word of mouth)", "Wait", "word_of_mouth"),
        ("Security (long queue)", "Security (long queue)", None),
        ("Security", "Security", None),
        ("(web)", "(web)", None),
    ],
)
def test_a_channel_in_brackets_at_the_end_is_taken(written, name, channel):
    one = parse_outline(f"Stage\n  {written}").stages[0].touchpoints[0]

    assert (one.name, one.channel) == (name, channel)


def test_a_second_channel_is_a_loss_that_is_told():
    outline = parse_outline("Stage\n  Ask (phone / web)")

    assert outline.stages[0].touchpoints[0].channel == "phone"
    assert outline.losses == ("Line 2: a touchpoint has one channel; left out: web.",)


MERMAID = """---
title: My day
---
journey
    %% a comment
    accTitle: spoken
    section Go to work
      Make tea (at home): 5: Me
      Do work #35;1: 1: Me, Cat
      Guess: 9
      Nothing
    section Home
      Sit: 3.5
"""


def test_scores_of_a_diagram_become_feelings_to_take_or_leave():
    outline = parse_outline(MERMAID)

    said = [
        (one.name, one.channel, one.valence)
        for stage in outline.stages
        for one in stage.touchpoints
    ]
    assert outline.title == "My day"
    assert said == [
        ("Make tea", "at_home", 5.0),
        ("Do work #1", None, -5.0),
        ("Guess", None, None),
        ("Nothing", None, None),
        ("Sit", None, 1.25),
    ]


def test_every_loss_of_a_diagram_is_told_with_its_line():
    assert parse_outline(MERMAID).losses == (
        "Line 6: the description of the picture was left out.",
        "Line 8: the people “Me” were left out.",
        "Line 9: the people “Me, Cat” were left out.",
        "Line 10: “9” is no score from 1 to 5.",
        "Line 11: it has no score.",
        "The scores became feelings that belong to nobody yet.",
    )


def test_a_task_before_any_section_gets_a_stage_and_that_is_told():
    outline = parse_outline("journey\nWake up: 2")

    assert outline.stages[0].name == "Start"
    assert "Line 2: “Wake up” stands before any stage; it went to “Start”." in (
        outline.losses
    )


def test_a_description_of_several_lines_is_no_task():
    text = "journey\naccDescr {\n  A: 1\n  B: 2\n}\nsection S\nT: 3"

    assert read(text) == [("S", ["T"])]


def test_a_diagram_in_a_code_fence_is_read():
    assert read("```mermaid\njourney\nsection S\nT: 3\n```") == [("S", ["T"])]


def test_hidden_characters_are_left_out_and_that_is_told():
    outline = parse_outline("St\u202eage\n  Emoji 👩‍💻")

    assert outline.stages[0].name == "Stage"
    assert outline.stages[0].touchpoints[0].name == "Emoji 👩‍💻"
    assert outline.losses == ("Line 1: hidden characters were left out.",)


def test_a_line_of_which_nothing_can_be_seen_is_no_name():
    outline = parse_outline("Stage\n  \u200b\u200d\n  Queue")

    assert [one.name for one in outline.stages[0].touchpoints] == ["Queue"]
    assert outline.losses == ("Line 2: hidden characters were left out.",)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", EmptyOutlineError),
        (" \n\t\n", EmptyOutlineError),
        ("journey", EmptyOutlineError),
        ("x" * 201, LineTooLongError),
        ("x\n" * (LINES_MAX + 1), OutlineTooLongError),
        ("x" * (TEXT_MAX + 1), OutlineTooLongError),
    ],
)
def test_what_is_no_list_is_refused_by_name(text, error):
    with pytest.raises(error) as refused:
        parse_outline(text)

    assert str(refused.value).endswith((".", "?"))


def test_a_list_as_long_as_the_limit_is_read():
    assert len(read("x\n" * LINES_MAX)) == LINES_MAX


def workshop():
    return Workshop(
        id="w",
        journeys={"j": Journey(id="j", name="J")},
        participants={"ana": Participant(id="ana", name="Ana")},
    )


def minted():
    numbers = count()
    return lambda: f"n{next(numbers)}"


def test_the_list_becomes_one_batch_that_fits_and_keeps_the_order():
    batch = outline_commands(parse_outline(SAME["dashed"]), "j", minted())

    assert fits(workshop(), batch) is None
    drawn = apply(workshop(), batch)
    stages = siblings(drawn, "stage", "j")
    names = [
        (stage.name, [one.name for one in siblings(drawn, "touchpoint", stage.id)])
        for stage in stages
    ]
    assert names == AIRPORT
    assert drawn.ratings == {}


def test_feelings_are_taken_as_the_rating_of_whoever_wants_them():
    batch = outline_commands(parse_outline(MERMAID), "j", minted(), rated_by="ana")

    drawn = apply(workshop(), batch)

    assert fits(workshop(), batch) is None
    taken = [people["ana"]["as_persona"].valence for people in drawn.ratings.values()]
    assert taken == [5.0, -5.0, 1.25]


@given(
    st.text(max_size=200)
    | st.lists(st.text(st.sampled_from("ab:#-1. \t(\n)web"), max_size=20)).map(
        "\n".join
    )
    | st.text(st.sampled_from("ab:#;5 \n{}%-"), max_size=60).map("journey\n".__add__)
)
def test_any_text_becomes_a_journey_or_is_refused_by_name(text):
    try:
        outline = parse_outline(text)
    except OutlineError:
        return
    batch = outline_commands(outline, "j", minted(), rated_by="ana")

    assert fits(workshop(), batch) is None
