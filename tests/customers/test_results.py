"""What customers by link change in what is computed."""

from cxcore.analysis import KnownFrom, analyse, customers_of
from cxcore.commands import SetRating, SetValue
from cxcore.edit import visible
from cxcore.model import Standpoint, Viewpoint
from tests.customers.build import TODAY
from tests.live.build import rate


def computed(here):
    workshop = visible(here.workshop)
    (journey,) = analyse(workshop, TODAY).journeys
    return journey, customers_of(workshop, journey)


def felt(journey):
    """What is computed of how it feels, by moment; and of the whole."""
    parts = ("valence", "low", "high", "raters", "fix", "protect", "level", "r_wg")
    theirs = ("customers_valence", "customers", "below_zero", "above_zero", "camps")
    rows = {
        each.id: [getattr(each, part) for part in (*parts, *theirs)]
        for each in journey.touchpoints
    }
    return rows, journey.score, journey.mean, journey.overall, journey.raters


def moment(journey, name):
    return next(each for each in journey.touchpoints if each.id == name)


def test_they_have_a_curve_of_their_own_beside_that_of_the_others(here, browser):
    secret = here.link()
    here.home.do(here.home.ana, rate("pay", 3.0))
    here.home.do(here.home.ana, rate("queue", 1.0))
    browser.answer(secret, pay="awful", queue="good")
    browser.answer(secret, pay="bad")

    journey, customers = computed(here)

    assert customers.raters == 2
    assert customers.points == {"pay": -3.75}  # nobody stands alone without asking
    assert moment(journey, "pay").customers_valence == -3.75
    assert moment(journey, "pay").others_valence == 3.0


def test_who_is_alone_is_shown_only_where_they_have_agreed(here, browser):
    secret = here.link()
    browser.answer(secret, pay="awful")
    _, before = computed(here)
    other = here.link()
    here.customers.take_out(here.home.room_id, here.home.device, here.link_id(secret))
    browser.answer(other, pay="awful", alone=True)

    _, after = computed(here)

    assert (before.points, before.withheld) == ({}, True)
    assert after.points == {"pay": -4.5}


def test_for_a_lone_customer_by_link_nobody_in_the_room_is_asked(here, browser):
    here.rounds.stands("cleo", Viewpoint.CUSTOMER)
    browser.answer(here.link(), pay="awful")

    table = here.rounds.table("cleo")

    assert not table["me"]["to_ask"]
    assert "by link" in table["customers"]["note"]


def test_a_moment_they_speak_of_is_heard_from_customers_the_others_are_not(
    here, browser
):
    browser.answer(here.link(), pay="awful")

    journey, _ = computed(here)

    assert moment(journey, "pay").known_from is KnownFrom.CUSTOMERS
    assert moment(journey, "pay").confidence == 0.5
    assert moment(journey, "leave").known_from is KnownFrom.GUESS


def test_each_is_one_more_person_and_one_more_voice(here, browser):
    here.home.do(here.home.ana, rate("pay", 3.0))
    secret = here.link()
    for _ in range(2):
        browser.answer(secret, pay="awful")

    journey, _ = computed(here)

    assert journey.raters == 3
    assert journey.voices == len(here.workshop.participants) == 5
    assert moment(journey, "pay").valence == (3.0 - 4.5 - 4.5) / 3


def test_nothing_computed_tells_what_a_lone_customer_said(here, browser):
    here.home.do(here.home.ana, rate("pay", 3.0))
    without, _ = computed(here)

    browser.answer(here.link(), pay="awful", queue="good", overall=2)

    with_them, customers = computed(here)
    assert felt(with_them) == felt(without)
    assert (customers.points, customers.raters, customers.withheld) == ({}, 1, True)


def test_a_lone_customer_who_agreed_is_heard_as_everybody_is(here, browser):
    browser.answer(here.link(), pay="awful", overall=2, alone=True)

    journey, _ = computed(here)

    assert moment(journey, "pay").valence == -4.5
    assert journey.overall.value == 2


def test_with_a_second_customer_the_first_is_heard(here, browser):
    secret = here.link()
    browser.answer(secret, pay="awful", queue="bad")
    browser.answer(secret, pay="good")

    journey, _ = computed(here)

    assert moment(journey, "pay").raters == 2
    assert moment(journey, "queue").raters == 0  # there the first is still alone


def test_a_customer_in_the_room_who_only_passes_on_hearsay_hides_nobody(here, browser):
    ana = {"of": "participant", "id": "ana", "field": "viewpoint"}
    heard = {"touchpoint_id": "pay", "participant_id": "ana", "part": "valence"}
    here.home.do(here.home.ana, SetValue(**ana, value=Viewpoint.CUSTOMER))
    told = SetRating(**heard, standpoint=Standpoint.CUSTOMERS_TOLD, value=4.0)
    here.home.do(here.home.ana, told)

    browser.answer(here.link(), pay="awful")

    journey, _ = computed(here)
    assert moment(journey, "pay").valence == 4.0
