"""How firmly the ranking holds is worked out beside, and said when it is known."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from cxcore.model import Evidence, EvidenceType
from cxlive.channel import certainty
from cxlive.channel.certainty import Certainty, Job
from tests.analysis.builders import (
    JOURNEY,
    TODAY,
    Moment,
    said,
    with_things,
    workshop_of,
)
from tests.live.build import rate
from tests.live.line import connected
from tests.robustness.reruns import settings_with


@pytest.fixture
def fast(monkeypatch):
    monkeypatch.setattr(certainty, "CERTAINTY_SECONDS", 0.0)


WALK = Evidence(
    id="walk",
    evidence_type=EvidenceType.WALK_THROUGH,
    title="A walk",
    date=TODAY,
    touchpoint_ids=("queue",),
)


def until_known(line):
    """Read on until the room has said how firmly its ranking holds."""
    while line.state["holds"]["state"] != "fresh":
        line.until("change")
    return line.state


def test_a_room_is_told_how_firmly_its_ranking_holds(fast, http, home):
    home.do(home.ana, rate("pay", -4.0))
    home.do(home.ana, rate("queue", 2.0))
    with connected(http, home) as line:
        state = until_known(line)

    assert state["holds/pay"]["verdict"] == "holds"
    assert state["holds/pay"]["bracket"] == [1, 1]


def test_after_a_change_what_was_said_is_stale_until_it_is_known_anew(fast, http, home):
    home.do(home.ana, rate("pay", -4.0))
    home.do(home.ana, rate("queue", 2.0))
    with connected(http, home) as line:
        before = until_known(line)["holds/pay"]
        line.do(rate("pay", 5.0))
        stale = line.state["holds"]["state"]
        after = until_known(line)["holds/pay"]

    assert stale == "stale"
    assert before["rank"] == 1
    assert after["rank"] == 2


def test_where_nobody_has_rated_nothing_is_said(http, home):
    with connected(http, home) as line:
        assert line.state["holds"]["state"] == "none"
        assert not [key for key in line.state if key.startswith("holds/")]


def job(valence=-4):
    room = said(valence=[valence, -1], importance=[5, 4])
    queue, pay = Moment("queue", room), Moment("pay", said(valence=[1, 1]))
    workshop = with_things(workshop_of(queue, pay), WALK)
    return Job(workshop, JOURNEY, TODAY)


async def worked_out(sure, done, *jobs):
    sure.want(jobs)
    async with asyncio.timeout(20):
        await done.wait()
    done.clear()


def run(story):
    async def told():
        done = asyncio.Event()
        await story(Certainty(done.set), done)

    asyncio.run(told())


def test_what_is_known_is_not_worked_out_again(fast, monkeypatch):
    calls = []
    real = certainty.robustness_of
    monkeypatch.setattr(
        certainty, "robustness_of", lambda *given: calls.append(1) or real(*given)
    )

    async def story(sure, done):
        asked = job()
        await worked_out(sure, done, asked)
        sure.want([asked])
        await asyncio.sleep(0.05)
        assert sure.top([JOURNEY])["queue"] > 0

    run(story)

    assert len(calls) == 1


def test_a_journey_in_which_nothing_changed_is_not_shaken_again(fast, monkeypatch):
    """The check-up wants all journeys whenever one of them has changed."""
    calls = []
    real = certainty.robustness_of
    monkeypatch.setattr(
        certainty, "robustness_of", lambda *given: calls.append(1) or real(*given)
    )
    monkeypatch.setattr(certainty, "CERTAINTY_REST", 0.0)

    async def story(sure, done):
        await worked_out(sure, done, job())
        await worked_out(sure, done, job())
        assert len(calls) == 1
        assert sure.top([JOURNEY])["queue"] > 0
        await worked_out(sure, done, job(-3))
        assert len(calls) == 2

    run(story)


def other_weights(one):
    settings = settings_with(one.workshop.settings, sureness=50.0)
    return replace(one, workshop=one.workshop.model_copy(update={"settings": settings}))


def another_day(one):
    return replace(one, day=one.day + timedelta(days=800))


@pytest.mark.parametrize("changed", [other_weights, another_day])
def test_weights_and_the_age_of_what_is_known_make_it_another_question(fast, changed):
    async def story(sure, done):
        asked = job()
        await worked_out(sure, done, asked)
        before = sure.top([JOURNEY])
        await worked_out(sure, done, changed(asked))
        assert sure.top([JOURNEY]) != before

    run(story)


def test_a_room_rests_after_its_work_however_much_changes(fast, monkeypatch):
    monkeypatch.setattr(certainty, "CERTAINTY_REST", 1e6)

    async def story(sure, done):
        await worked_out(sure, done, job(-4))
        before = sure.top([JOURNEY])
        sure.want([job(5)])
        await asyncio.sleep(0.05)
        assert sure.top([JOURNEY]) == before
        sure.close()

    run(story)


def test_what_cannot_be_worked_out_is_not_tried_for_ever(fast, monkeypatch, caplog):
    calls = []

    def broken(*_given):
        calls.append(1)
        raise ArithmeticError

    monkeypatch.setattr(certainty, "robustness_of", broken)

    async def story(sure, done):
        asked = job()
        await worked_out(sure, done, asked)
        sure.want([asked])
        await asyncio.sleep(0.05)
        assert sure.top([JOURNEY]) is None

    run(story)

    assert len(calls) == 1
    assert "could not work out" in caplog.text


def test_while_it_is_worked_out_only_the_newest_state_waits(fast, monkeypatch):
    seen = []
    real = certainty.robustness_of
    monkeypatch.setattr(
        certainty, "robustness_of", lambda grid, s: seen.append(grid) or real(grid, s)
    )
    monkeypatch.setattr(certainty, "CERTAINTY_REST", 0.0)

    async def story(sure, done):
        sure.want([job(-4)])
        await asyncio.sleep(0.01)
        for valence in (-3, -2, 5):
            sure.want([job(valence)])
        async with asyncio.timeout(20):
            await done.wait()
        done.clear()
        await worked_out(sure, done, job(5))

    run(story)

    assert len(seen) == 2
    assert seen[-1].valence[0, 0] == 5
