"""The customers' own curve, and a lone customer who has to be asked."""

from cxcore.analysis import customers_of
from cxcore.model import Participant, Rating, Standpoint, Viewpoint
from tests.analysis.builders import Moment, analysed, of, said, who, workshop_of

CUSTOMER, LEADER = Viewpoint.CUSTOMER, Viewpoint.MANAGEMENT


def curve(workshop):
    return customers_of(workshop, analysed(workshop))


def agreeing(workshop, *places):
    """Return the workshop in which these participants agree to be shown alone."""
    agreed = {
        who(at): workshop.participants[who(at)].model_copy(update={"shown_alone": True})
        for at in places
    }
    return workshop.model_copy(
        update={"participants": {**workshop.participants, **agreed}}
    )


def test_without_a_customer_there_is_no_curve_of_theirs():
    moment = Moment("pay", said(valence=[-4, 2]))

    assert curve(workshop_of(moment, viewpoints=[LEADER, None])) is None
    assert curve(workshop_of(Moment("pay"), viewpoints=[CUSTOMER])) is None


def test_customers_have_a_curve_of_their_own():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, -2, 5])),
        Moment("wait", said(valence=[1, 3, 5])),
        viewpoints=[CUSTOMER, CUSTOMER, LEADER],
    )

    found = curve(workshop)

    assert found.points == {"pay": -3, "wait": 2}
    assert (found.raters, found.withheld) == (2, False)


def test_a_lone_customer_is_withheld_until_they_agree():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2])), viewpoints=[CUSTOMER, LEADER]
    )

    silent, open_ = curve(workshop), curve(agreeing(workshop, 0))

    assert (silent.points, silent.raters, silent.withheld) == ({}, 1, True)
    assert (open_.points, open_.withheld) == ({"pay": -4}, False)


def test_a_second_customer_who_has_not_rated_hides_nobody():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, None])), viewpoints=[CUSTOMER, CUSTOMER]
    )

    assert curve(workshop).withheld


def test_a_moment_that_one_of_two_customers_rated_alone_is_left_out():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, -2])),
        Moment("wait", said(valence=[1, None])),
        viewpoints=[CUSTOMER, CUSTOMER],
    )

    assert curve(workshop).points == {"pay": -3}
    assert curve(agreeing(workshop, 0)).points == {"pay": -3, "wait": 1}
    assert curve(agreeing(workshop, 1)).points == {"pay": -3}


def test_hearsay_does_not_make_a_customer_alone_no_more():
    moment = Moment("pay", said(valence=[-4]))
    workshop = workshop_of(moment, viewpoints=[CUSTOMER, CUSTOMER])
    told = {Standpoint.CUSTOMERS_TOLD: Rating(valence=3.0)}
    ratings = {"pay": {**workshop.ratings["pay"], who(1): told}}

    assert curve(workshop.model_copy(update={"ratings": ratings})).withheld


def test_an_unnamed_customer_alone_is_never_shown():
    workshop = workshop_of(Moment("pay", said(valence=[-4])))
    voice = Participant(id=who(0), name="Voice", viewpoint=CUSTOMER, anonymous=True)

    found = curve(workshop.model_copy(update={"participants": {who(0): voice}}))

    assert found.withheld


def by_link(workshop, at):
    """Return the workshop in which this participant has come by a link."""
    person = workshop.participants[who(at)].model_copy(update={"anonymous": True})
    people = {**workshop.participants, who(at): person}
    return workshop.model_copy(update={"participants": people})


def test_only_those_who_stand_alone_in_the_room_are_asked_whether_they_agree():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, None, None])),
        Moment("wait", said(valence=[None, 2, None])),
        viewpoints=[CUSTOMER, CUSTOMER, CUSTOMER],
    )

    assert curve(workshop).to_ask == {who(0), who(1)}
    assert curve(by_link(workshop, 0)).to_ask == {who(1)}
    assert curve(by_link(by_link(workshop, 0), 1)).to_ask == set()
    assert curve(agreeing(workshop, 0, 1)).to_ask == set()


def test_customers_who_are_shown_together_are_not_asked():
    moment = Moment("pay", said(valence=[-4, -2]))

    assert curve(workshop_of(moment, viewpoints=[CUSTOMER] * 2)).to_ask == set()


def test_a_lone_customer_in_the_room_is_heard_there_one_by_link_is_not():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2])), viewpoints=[CUSTOMER, LEADER]
    )
    from_afar = by_link(workshop, 0)

    assert of(workshop, "pay").valence == -1
    assert of(from_afar, "pay").valence == 2
    assert of(agreeing(from_afar, 0), "pay").valence == -1


def test_customers_are_compared_with_all_the_others():
    workshop = workshop_of(
        Moment("pay", said(valence=[-4, 2, None, 4])),
        Moment("wait", said(valence=[1, None, None, None])),
        viewpoints=[CUSTOMER, LEADER, LEADER, None],
    )

    assert of(workshop, "pay").others_valence == 3
    assert of(workshop, "wait").others_valence is None


def test_without_customers_there_are_no_others():
    workshop = workshop_of(Moment("pay", said(valence=[-4])), viewpoints=[LEADER])

    assert of(workshop, "pay").others_valence is None
