"""What is sent to one tab, and what happens when it does not read."""

import asyncio
import json

from cxlive import limits
from cxlive.board.table import OwnTable, change
from cxlive.channel.encoded import Encoded
from cxlive.channel.messages import Ok, Supposed
from cxlive.channel.tabs import Tab
from cxlive.seating.device import new_device
from cxlive.seating.seats import Right, Seat


class Wire:
    """A connection that can be stuck, as with a sleeping laptop."""

    def __init__(self, *, stuck=False):
        self.sent = []
        self.closed = False
        self._stuck = stuck

    async def send_text(self, text):
        if self._stuck:
            await asyncio.Event().wait()
        self.sent.append(text)

    async def close(self, _code):
        self.closed = True


def tab_on(wire):
    return Tab(wire, new_device(), Seat("r", "ana", Right.PARTICIPANT))


def show(tab, revision, state):
    tab.show(revision, state, OwnTable({}), lambda old, new: Encoded(change(old, new)))


async def settled(tab):
    task = asyncio.create_task(tab.send_all())
    for _ in range(20):
        await asyncio.sleep(0)
    task.cancel()


def test_a_tab_that_does_not_read_is_given_up_and_costs_no_more_memory():
    async def scenario():
        tab = tab_on(Wire(stuck=True))
        sending = asyncio.create_task(tab.send_all())
        for n in range(limits.OUTGOING_MESSAGES * 3):
            tab.put(Ok(id=str(n), rev=n))
            await asyncio.sleep(0)
        sending.cancel()
        return tab

    tab = asyncio.run(scenario())

    assert tab.given_up.is_set()


def test_of_many_live_messages_only_the_newest_is_sent():
    async def scenario():
        wire = Wire()
        tab = tab_on(wire)
        show(tab, 0, {"result/pay": 1})
        for n in range(100):
            tab.overlay(n, Encoded({"result/pay": n}), {})
        await settled(tab)
        return wire.sent

    sent = asyncio.run(scenario())

    assert len(sent) == 2
    assert '"n":99' in sent[1]


def test_of_what_would_be_said_only_the_newest_is_sent_beside_what_others_drag():
    async def scenario():
        wire = Wire()
        tab = tab_on(wire)
        show(tab, 0, {"result/pay": 1})
        for n in range(100):
            tab.tell_supposed(Supposed(n=n, set={}))
        tab.overlay(None, Encoded({"result/pay": 2}), {})
        tab.put(Ok(id="x", rev=0))
        await settled(tab)
        return wire.sent

    sent = asyncio.run(scenario())

    assert len(sent) == 4
    assert sorted(json.loads(each)["kind"] for each in sent[2:]) == ["live", "supposed"]
    assert [json.loads(each).get("n") for each in sent if "supposed" in each] == [99]


def test_a_change_takes_the_place_of_a_live_message_that_was_not_sent_yet():
    async def scenario():
        wire = Wire()
        tab = tab_on(wire)
        show(tab, 0, {"result/pay": 1})
        tab.overlay(1, Encoded({"result/pay": 5}), {})
        show(tab, 1, {"result/pay": 2})
        await settled(tab)
        return wire.sent

    sent = asyncio.run(scenario())

    assert [text[:14] for text in sent] == ['{"kind":"view"', '{"kind":"chang']


def test_a_key_that_is_no_longer_dragged_goes_back_to_what_stands():
    async def scenario():
        wire = Wire()
        tab = tab_on(wire)
        show(tab, 0, {"a": 1, "b": 1})
        await settled(tab)
        tab.overlay(1, Encoded({"a": 5}), {})
        await settled(tab)
        tab.overlay(2, Encoded({"b": 5}), {})
        await settled(tab)
        return wire.sent

    sent = asyncio.run(scenario())

    assert sent[-1] == '{"kind":"live","n":2,"set":{"b":5,"a":1}}'


def test_a_good_bye_is_sent_before_the_line_is_closed():
    async def scenario():
        wire = Wire()
        tab = tab_on(wire)
        tab.close("gone", "This workshop is closed.")
        tab.put(Ok(id="late", rev=1))
        await settled(tab)
        return wire

    wire = asyncio.run(scenario())

    assert wire.closed
    assert ['"reason":"gone"' in text for text in wire.sent] == [True]
