"""How the journey is cut: whose words, and which worlds."""

import pytest

from tests.checkup.build import (
    Moment,
    adding,
    has_passed,
    is_found,
    is_open,
    looked_at,
    process,
    with_limits,
    workshop_of,
)


def made_of(*dimensions):
    return workshop_of(
        *(Moment(f"t{at}", dimension=what) for at, what in enumerate(dimensions))
    )


THREE = ("physical", "social", "technological")


class TestMissingDimension:  # CX27
    def test_fires_where_a_world_is_empty(self):
        room = made_of("physical", "social", "social", "social", "physical")

        result = looked_at(room, "CX27")

        assert is_found(result)
        assert result.numbers == {
            "of": 5,
            "physical": 2,
            "social": 3,
            "technological": 0,
        }

    def test_fires_where_one_is_nearly_everything_whatever_the_rest_is(self):
        room = made_of(*["technological"] * 4, None)

        assert is_found(looked_at(room, "CX27"))

    def test_passes_where_all_three_are_there(self):
        assert has_passed(looked_at(made_of(*THREE, *THREE), "CX27"))

    def test_seven_of_ten_are_not_nearly_everything(self):
        room = made_of(*["social"] * 7, "physical", "physical", "technological")

        assert has_passed(looked_at(room, "CX27"))

    def test_passes_where_all_are_there_and_the_rest_could_not_tip_it(self):
        assert has_passed(looked_at(made_of(*THREE, *THREE, None), "CX27"))

    @pytest.mark.parametrize(
        "dimensions",
        [
            ("physical", "physical", "social", "social", None),
            (*THREE, *["social"] * 5, *[None] * 3),
            [None] * 6,
            ("technological",) * 4,
            (),
        ],
        ids=["could be there", "could tip", "nothing said", "too few", "empty"],
    )
    def test_is_open_while_it_could_go_either_way(self, dimensions):
        assert is_open(looked_at(made_of(*dimensions), "CX27"))

    def test_its_thresholds_are_settings(self):
        room = with_limits(made_of(*THREE), dimensions_from=3)

        assert has_passed(looked_at(room, "CX27"))


def called(*names):
    room = workshop_of(*(Moment(f"t{at}") for at in range(len(names))))
    return adding(
        room,
        *(
            room.touchpoints[f"t{at}"].model_copy(update={"name": name})
            for at, name in enumerate(names)
        ),
    )


class TestTasksThatAreNotTheCustomers:  # CX36
    def test_fires_where_a_name_begins_with_a_word_of_ours(self):
        room = called("Approve the claim", "She calls", "CRM-entry", "“Batch” run")

        result = looked_at(room, "CX36")

        assert is_found(result)
        assert result.where == ("t0", "t2", "t3")
        assert result.numbers == {"touchpoints": 3, "of": 4}

    def test_fires_where_a_moment_is_called_like_a_process(self):
        room = adding(
            called("Claims  HANDLING", "Ask"),
            process("claims").model_copy(update={"name": "claims handling"}),
        )

        assert looked_at(room, "CX36").where == ("t0",)

    def test_passes_on_words_of_hers(self):
        room = called("Routes to the beach", "Ask to approve", "🎈")

        assert has_passed(looked_at(room, "CX36"))

    def test_is_open_on_an_empty_map(self):
        assert is_open(looked_at(called(), "CX36"))
