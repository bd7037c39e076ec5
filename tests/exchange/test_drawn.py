"""One persona's journey, drawn for another."""

from itertools import count

import pytest

from cxcore.edit import apply, fits, invert, settle, visible
from cxcore.exchange import NothingToDrawError, TooMuchToDrawError, drawn_for
from cxcore.exchange.drawn import HERS
from cxcore.model import THINGS, Persona, Touchpoint
from tests.core.builders import small_workshop
from tests.live.build import rate, remove


def shop(**more):
    workshop = small_workshop()
    queue = workshop.touchpoints["queue"].model_copy(
        update={
            "channel": "store",
            "back_stage": "Tills are opened",
            "thoughts": "Not again",
            "wanted": 3.0,
            "moment_of_truth": True,
        }
        | more
    )
    personas = {"ada": Persona(id="ada", name="Ada"), "bo": Persona(id="bo", name="Bo")}
    touchpoints = {**workshop.touchpoints, "queue": queue}
    made = workshop.model_copy(
        update={"personas": personas, "touchpoints": touchpoints}
    )
    return apply(made, rate("queue", -4.0, "ana"))


def drawn(workshop, journey="visit", persona="bo"):
    ids = (f"new{n}" for n in count())
    return drawn_for(workshop, journey, persona, "drawn", lambda: next(ids))


def after_drawing(workshop):
    return visible(apply(workshop, settle(workshop, drawn(workshop))))


def rows(workshop, journey):
    """Stages with their touchpoints, by name and in order."""
    stages = [s for s in workshop.stages.values() if s.journey_id == journey]
    return [
        (
            stage.name,
            [
                each.name
                for each in sorted(
                    workshop.touchpoints.values(), key=lambda t: t.position
                )
                if each.stage_id == stage.id
            ],
        )
        for stage in sorted(stages, key=lambda s: s.position)
    ]


def queue_of(workshop):
    return next(t for t in workshop.touchpoints.values() if t.same_as == "queue")


def test_stages_and_moments_stand_in_the_same_order():
    after = after_drawing(shop())

    assert rows(after, "drawn") == rows(after, "visit")
    assert after.journeys["drawn"].persona_id == "bo"
    assert after.journeys["drawn"].name == "Visit (Bo)"


def test_each_moment_remembers_which_one_it_is_and_is_not_rated():
    after = after_drawing(shop())

    new = {t.id: t.same_as for t in after.touchpoints.values() if t.same_as}
    assert sorted(new.values()) == ["leave", "pay", "queue"]
    assert not new.keys() & after.ratings.keys()


def test_what_is_said_of_the_service_comes_along_and_what_is_hers_does_not():
    new = queue_of(after_drawing(shop()))

    assert (new.channel, new.back_stage) == ("store", "Tills are opened")
    assert (new.thoughts, new.wanted, new.moment_of_truth) == ("", None, False)


def test_fields_that_stay_behind_are_fields_that_there_are():
    for kind, fields in HERS.items():
        assert fields <= set(THINGS[kind].model_fields)


def test_one_undo_takes_all_of_it_back():
    before = shop()
    batch = settle(before, drawn(before))

    after = apply(apply(before, batch), invert(before, batch))

    assert fits(before, batch) is None
    assert visible(after) == visible(before)


def test_what_was_removed_is_not_drawn():
    after = after_drawing(apply(shop(), remove("pay")))

    assert rows(after, "drawn") == [("find", ["queue"]), ("buy", ["leave"])]


@pytest.mark.parametrize(("journey", "persona"), [("gone", "bo"), ("visit", "gone")])
def test_what_is_not_there_cannot_be_drawn(journey, persona):
    with pytest.raises(NothingToDrawError):
        drawn(shop(), journey, persona)


def test_a_journey_too_long_for_one_change_is_refused_with_the_numbers():
    many = {
        f"t{n}": Touchpoint(id=f"t{n}", name="M", stage_id="buy", position="U")
        for n in range(5_000)
    }
    workshop = shop().model_copy(update={"touchpoints": many})

    with pytest.raises(TooMuchToDrawError, match=r"5,002 stages and moments.*4,999"):
        drawn(workshop)
