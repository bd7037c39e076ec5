"""The experience is more than the service that mends it."""

import pytest

from tests.checkup.build import (
    Moment,
    has_passed,
    is_found,
    is_open,
    looked_at,
    with_limits,
    workshop_of,
)


def staged(*purchases, owners=("Web",)):
    """Draw one moment per stage, owners taken in turn."""
    room = workshop_of(
        *(
            Moment(f"t{at}", stage=f"s{at}", owner=owners[at % len(owners)])
            for at in range(len(purchases))
        )
    )
    stages = {
        f"s{at}": room.stages[f"s{at}"].model_copy(update={"purchase": purchase})
        for at, purchase in enumerate(purchases)
    }
    return room.model_copy(update={"stages": stages})


WHOLE = ("before", "during", "after")


class TestServiceIsNotTheExperience:  # CX23
    def test_fires_where_one_department_of_helpers_has_most_of_it(self):
        room = staged(*WHOLE, owners=("Customer Service", "customer service", "Web"))

        result = looked_at(room, "CX23")

        assert is_found(result)
        assert result.where == ("t0", "t1")
        assert result.numbers == {"touchpoints": 2, "of": 3, "share": 2 / 3}

    @pytest.mark.parametrize(
        ("purchases", "numbers"),
        [
            (("during", "after"), {"before": 0, "after": 1}),
            (("before", "before"), {"before": 2, "after": 0}),
            (("during",), {"before": 0, "after": 0}),
        ],
    )
    def test_fires_where_nothing_comes_before_or_after(self, purchases, numbers):
        result = looked_at(staged(*purchases), "CX23")

        assert is_found(result)
        assert result.where == ("journey",)
        assert result.numbers == numbers

    def test_passes_on_a_whole_journey_of_many(self):
        assert has_passed(looked_at(staged(*WHOLE), "CX23"))

    def test_two_departments_of_helpers_are_not_one(self):
        room = staged(*WHOLE, "after", owners=("Support", "Hotline"))

        assert has_passed(looked_at(room, "CX23"))

    @pytest.mark.parametrize(
        "owner",
        [
            "Service",
            "IT Support",
            "Customer care",
            "Call centre",
            "Contact Center",
            "Help desk",
            "After-sales",
        ],
    )
    def test_a_department_helps_by_its_name(self, owner):
        assert is_found(looked_at(staged(*WHOLE, owners=(owner,)), "CX23"))

    @pytest.mark.parametrize(
        "owner",
        ["Career desk", "Room service", "Home care", "Field service", "Contact lenses"],
    )
    def test_a_department_that_she_came_for_is_no_helper(self, owner):
        assert has_passed(looked_at(staged(*WHOLE, owners=(owner,)), "CX23"))

    def test_is_open_while_a_stage_does_not_say_where_it_stands(self):
        assert is_open(looked_at(staged("during", None, "after"), "CX23"))

    def test_both_ends_are_enough_whatever_else_is_not_said(self):
        assert has_passed(looked_at(staged("before", None, "after"), "CX23"))

    def test_is_open_while_helpers_could_own_the_rest(self):
        assert is_open(looked_at(staged(*WHOLE, owners=("Service", "", "")), "CX23"))

    def test_is_open_on_an_empty_map(self):
        assert is_open(looked_at(workshop_of(), "CX23"))

    def test_its_threshold_is_a_setting(self):
        room = staged(*WHOLE, owners=("Service", "Web", "Desk"))

        assert is_found(looked_at(with_limits(room, service_share=0.3), "CX23"))
