"""Who is in the room, and whose needs are known."""

from datetime import date

import pytest

from cxcore.words import finding_sentence
from tests.checkup.build import (
    Moment,
    adding,
    change,
    evidence,
    has_passed,
    is_found,
    is_open,
    looked_at,
    need,
    person,
    persona,
    with_limits,
    workshop_of,
)


def desk_and_phone(*people):
    """Two moments with people of two departments, and one without."""
    workshop = workshop_of(
        Moment("desk", channel="store", owner="Desk"),
        Moment("call", channel="phone", owner="Call centre"),
        Moment("site", channel="web", owner="Marketing"),
    )
    return adding(workshop, *people)


class TestNobodyWhoDeliversIt:  # CX01
    def test_fires_where_a_department_sends_nobody(self):
        room = desk_and_phone(
            person("ana", "front_line", " desk "),
            person("ben", "management", "Call centre"),
        )

        result = looked_at(room, "CX01")

        assert is_found(result)
        assert result.where == ("call",)
        assert result.numbers == {"touchpoints": 1, "of": 2, "share": 0.5}
        assert finding_sentence(result, {}) == (
            "For 1 of 2 moments with people, nobody who delivers them is in the room."
        )

    def test_passes_where_every_department_is_there(self):
        room = desk_and_phone(
            person("ana", "front_line", "Desk"),
            person("ben", "back_stage", "Call centre"),
        )

        assert has_passed(looked_at(room, "CX01"))

    @pytest.mark.parametrize(
        "people",
        [
            [person("ana", department="Desk")],
            [person("ana", "front_line")],
            [person("ana", "management"), person("ben"), person("eva")],
            [
                person("ana", "front_line", "Desk"),
                person("ben", "back_stage"),
                person("eva", "front_line"),
            ],
        ],
        ids=["nobody", "no department", "few stand", "few departments"],
    )
    def test_is_open_until_people_say_where_they_stand(self, people):
        assert is_open(looked_at(desk_and_phone(*people), "CX01"))

    def test_is_open_while_departments_could_still_decide_it(self):
        half_known = workshop_of(
            Moment("desk", channel="store", owner="Desk"),
            Moment("call", channel="phone"),
        )

        room = adding(half_known, person("ana", "front_line", "Desk"))

        assert is_open(looked_at(room, "CX01"))

    def test_is_open_without_moments_people_or_departments(self):
        staff = person("ana", "front_line", "Desk")
        rooms = [
            workshop_of(),
            workshop_of(Moment("site", channel="web")),
            workshop_of(Moment("desk", channel="store")),
        ]

        missing = [looked_at(adding(room, staff), "CX01").missing for room in rooms]

        assert missing == [
            "there is no moment on the map yet",
            "no moment is known to have people in it",
            "too few moments with people have a department",
        ]

    def test_a_moment_without_a_channel_counts_by_its_dimension(self):
        room = workshop_of(Moment("talk", dimension="social", owner="Desk"))

        result = looked_at(adding(room, person("ana", "management")), "CX01")

        assert result.where == ("talk",)

    def test_its_threshold_is_a_setting(self):
        room = desk_and_phone(person("ana", "front_line", "Desk"))

        assert has_passed(looked_at(with_limits(room, nobody_delivers=0.5), "CX01"))


SPRING, SUMMER = date(2027, 3, 1), date(2027, 6, 1)


class TestLaunchedBeforeTheStaff:  # CX02
    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"trained_on": SUMMER},
            {"trained_on": SPRING, "readiness": 2.9},
        ],
    )
    def test_fires_on_a_launch_without_trained_and_ready_people(self, fields):
        late = change("lane", "desk", launch_on=SPRING, **fields)
        fine = change("sign", launch_on=SPRING, trained_on=SPRING, readiness=3)

        result = looked_at(adding(desk_and_phone(), late, fine), "CX02")

        assert is_found(result)
        assert result.where == ("lane",)
        assert result.numbers == {"changes": 1, "of": 2}

    def test_passes_where_people_are_trained_in_time_and_ready(self):
        fine = change("sign", launch_on=SUMMER, trained_on=SPRING, readiness=4)

        assert has_passed(looked_at(adding(desk_and_phone(), fine), "CX02"))

    def test_is_open_until_people_say_whether_they_are_ready(self):
        trained = change("sign", launch_on=SUMMER, trained_on=SPRING)

        assert is_open(looked_at(adding(desk_and_phone(), trained), "CX02"))

    def test_its_threshold_is_a_setting(self):
        fine = change("sign", launch_on=SUMMER, trained_on=SPRING, readiness=4)
        room = with_limits(adding(desk_and_phone(), fine), ready_from=5)

        assert is_found(looked_at(room, "CX02"))

    def test_is_open_without_ideas_or_without_a_date(self):
        undated = adding(desk_and_phone(), change("lane"))

        assert is_open(looked_at(undated, "CX02"))
        assert looked_at(desk_and_phone(), "CX02").missing == (
            "ideas for change are not asked yet"
        )

    def test_it_concerns_the_moments_that_the_change_is_for(self):
        late = change("lane", "desk", launch_on=SPRING)

        result = looked_at(adding(desk_and_phone(), late), "CX02")

        assert result.share == pytest.approx(1 / 3)


class TestOnlyStatedNeeds:  # CX03
    def room(self, *needs):
        return adding(workshop_of(), persona("marta"), *needs)

    def test_fires_where_no_need_is_latent(self):
        result = looked_at(self.room(need("seat"), need("sign")), "CX03")

        assert is_found(result)
        assert result.where == ("marta",)
        assert result.numbers == {"needs": 2, "latent": 0}

    def test_passes_with_one_latent_need(self):
        room = self.room(need("seat"), need("calm", latent=True))

        assert has_passed(looked_at(room, "CX03"))

    def test_a_need_that_says_nothing_is_none(self):
        empty = need("calm", latent=True).model_copy(update={"text": " "})

        assert is_found(looked_at(self.room(need("seat"), empty), "CX03"))
        assert is_open(looked_at(self.room(empty), "CX03"))

    def test_is_open_without_needs(self):
        assert is_open(looked_at(self.room(), "CX03"))


class TestARoomWithoutCustomers:  # CX12
    def room(self, *things):
        return adding(workshop_of(Moment("desk")), *things)

    def test_fires_on_a_room_of_insiders_with_insiders_evidence(self):
        room = self.room(
            person("ana", "front_line"),
            person("ben", "management"),
            evidence("clicks", "behavioural_data", "desk"),
        )

        result = looked_at(room, "CX12")

        assert is_found(result)
        assert result.where == ()
        assert result.numbers == {"people": 2, "customers": 0, "evidence": 0}

    @pytest.mark.parametrize(
        "heard",
        [
            person("eva", "customer"),
            person("link", "customer").model_copy(update={"anonymous": True}),
            evidence("talk", "interview"),
        ],
    )
    def test_passes_where_a_customer_is_heard(self, heard):
        room = self.room(person("ana", "front_line"), heard)

        assert has_passed(looked_at(room, "CX12"))

    @pytest.mark.parametrize("people", [[], [person("ana")]])
    def test_is_open_until_people_say_where_they_stand(self, people):
        assert is_open(looked_at(self.room(*people), "CX12"))
