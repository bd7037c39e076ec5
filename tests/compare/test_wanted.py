"""Wanted, today and without us, moment by moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxcore.analysis import analyse
from cxcore.compare import Beside, Kept, companion, compare_wanted
from cxcore.edit import visible
from cxcore.model import JourneyKind, Settings, Stage
from cxcore.model.settings import CompareRule
from cxcore.words import beside_text, wanted_sentence, wanted_text
from tests.analysis.builders import TODAY
from tests.analysis.lives import Step, lives, workshop_with

TODAY_S = "marta-journey"
PLANNED, ELSEWHERE = JourneyKind.PLANNED, JourneyKind.ELSEWHERE


def today(*steps):
    return lives("marta", *steps)


def planned(*steps, persona="marta"):
    return lives(persona, *steps, journey="planned", kind=PLANNED)


def elsewhere(*steps):
    return lives("marta", *steps, journey="elsewhere", kind=ELSEWHERE)


def compared(*journeys, shown=TODAY_S, rule=None):
    workshop = workshop_with(*journeys)
    settings = Settings(compare=rule or CompareRule())
    workshop = visible(workshop.model_copy(update={"settings": settings}))
    return compare_wanted(workshop, analyse(workshop, TODAY), shown)


def states(*journeys, **how):
    return [moment.state for moment in compared(*journeys, **how).moments]


def state(*journeys, **how):
    (found,) = states(*journeys, **how)
    return found


class TestAgainstTheWantedCurve:
    @pytest.mark.parametrize(
        ("wanted", "felt", "expected"),
        [
            (2.0, 3.0, Kept.KEPT),
            (2.0, 1.0, Kept.KEPT),
            (2.0, 0.9, Kept.FAILING),
            (-2.0, -4.0, Kept.FAILING),
            (0.0, 0.0, Kept.KEPT),
        ],
    )
    def test_a_moment_is_kept_while_it_is_at_most_so_far_under_it(
        self, wanted, felt, expected
    ):
        assert state(today(Step("Pay", felt, wanted=wanted))) is expected

    def test_how_far_that_is_stands_in_the_settings(self):
        journey = today(Step("Pay", 1.5, wanted=2.0))

        assert state(journey, rule=CompareRule(kept_within=0.0)) is Kept.FAILING

    def test_what_is_not_rated_or_not_wanted_cannot_be_told(self):
        journey = today(Step("Pay", None, wanted=0.0), Step("Leave", 0.0))

        assert states(journey) == [Kept.CANNOT_TELL, Kept.CANNOT_TELL]

    def test_where_nothing_is_wanted_it_says_so(self):
        assert not compared(today(Step("Pay", 1.0))).is_wanted
        assert compared(today(Step("Pay", 1.0, wanted=0.0))).is_wanted

    def test_an_empty_journey_is_compared_with_nothing(self):
        assert compared(today()).moments == ()


class TestAgainstAPlannedJourney:
    def test_what_is_planned_and_not_there_is_missing(self):
        found = compared(
            today(Step("Pay", 1)), planned(Step("Pay", 1), Step("Wave", 4))
        )

        assert [moment.state for moment in found.moments] == [Kept.KEPT, Kept.MISSING]
        assert found.moments[1].wanted == 4
        assert found.moments[1].today is None

    def test_what_is_there_and_not_planned_is_ad_hoc(self):
        journeys = today(Step("Pay", 1), Step("Queue", -3)), planned(Step("Pay", 1))

        assert states(*journeys) == [Kept.KEPT, Kept.AD_HOC]

    def test_without_a_planned_journey_nothing_is_ad_hoc(self):
        assert states(today(Step("Pay", 1), Step("Queue", 2, wanted=1))) == [
            Kept.CANNOT_TELL,
            Kept.KEPT,
        ]

    def test_nor_with_one_that_is_empty(self):
        found = compared(today(Step("Pay", 1)), planned())

        assert found.planned_id is None
        assert [moment.state for moment in found.moments] == [Kept.CANNOT_TELL]

    def test_a_point_of_the_wanted_curve_comes_before_what_was_planned(self):
        journeys = today(Step("Pay", 1, wanted=1)), planned(Step("Pay", 5, wanted=4))

        assert compared(*journeys).moments[0].wanted == 1

    def test_a_wanted_point_of_the_planned_one_comes_before_how_it_was_rated(self):
        journeys = today(Step("Pay", 1)), planned(Step("Pay", 5, wanted=2))

        assert compared(*journeys).moments[0].wanted == 2

    def test_a_moment_that_is_wanted_is_not_ad_hoc_whatever_was_planned(self):
        journeys = today(Step("Queue", 2, wanted=1)), planned(Step("Pay", 1))

        assert states(*journeys) == [Kept.MISSING, Kept.KEPT]

    def test_moments_are_the_same_whatever_they_are_called_now(self):
        journeys = (
            planned(Step("Pay", 1, key="pay")),
            today(Step("Hand over cash", 1, same_as="pay")),
        )

        assert state(*journeys) is Kept.KEPT

    def test_a_missing_moment_stands_behind_the_one_planned_before_it(self):
        found = compared(
            today(Step("Come", 1), Step("Pay", 1)),
            planned(Step("Come", 1), Step("Wave", 1), Step("Smile", 1), Step("Pay", 1)),
        )

        assert [each.state is Kept.MISSING for each in found.moments] == [
            False,
            True,
            True,
            False,
        ]
        assert {each.stage_id for each in found.moments} == {"marta-journey-s"}

    def test_a_missing_stage_stands_behind_that_of_the_moment_planned_before_it(self):
        workshop = workshop_with(
            today(Step("Come", 1), Step("Pay", 1)),
            planned(Step("Hear of us"), Step("Come", 1), Step("Wave"), Step("Pay", 1)),
        )
        stages, touchpoints = dict(workshop.stages), dict(workshop.touchpoints)
        for key, moved in (("before", ["planned-0"]), ("later", ["planned-2"])):
            stage = Stage(id=key, journey_id="planned", name=key, position="A")
            stages[key] = stage
            for each in moved:
                update = {"stage_id": key}
                touchpoints[each] = touchpoints[each].model_copy(update=update)
        stages["later"] = stages["later"].model_copy(update={"position": "z"})
        update = {"stages": stages, "touchpoints": touchpoints}
        workshop = workshop.model_copy(update=update)

        found = compare_wanted(workshop, analyse(workshop, TODAY), TODAY_S)

        assert [(each.stage_id, each.touchpoint_id) for each in found.moments] == [
            ("before", "planned-0"),
            ("marta-journey-s", "marta-journey-0"),
            ("marta-journey-s", "marta-journey-1"),
            ("later", "planned-2"),
        ]

    def test_it_is_the_same_journey_whichever_of_the_two_is_shown(self):
        journeys = today(Step("Pay", 1)), planned(Step("Pay", 4))

        assert compared(*journeys, shown="planned").today_id == TODAY_S

    def test_where_there_is_no_journey_of_today_nothing_is_compared(self):
        assert compared(planned(Step("Pay", 4)), shown="planned") is None


class TestWithoutUs:
    @pytest.mark.parametrize(
        ("with_us", "without", "expected"),
        [
            (3.0, 1.0, Beside.BETTER),
            (1.0, 3.0, Beside.WORSE),
            (1.0, 2.0, Beside.ALIKE),
            (None, 2.0, None),
            (2.0, None, None),
        ],
    )
    def test_a_moment_is_better_or_worse_with_us_or_about_the_same(
        self, with_us, without, expected
    ):
        journeys = today(Step("Pay", with_us)), elsewhere(Step("Pay", without))

        (moment,) = compared(*journeys).moments

        assert moment.beside(CompareRule()) is expected

    def test_what_she_passes_only_without_us_is_named_in_its_order(self):
        found = compared(
            today(Step("Pay", 1)),
            elsewhere(Step("Ask mum", 3), Step("Pay", 1), Step("Bake", 4)),
        )

        assert found.only_elsewhere == ("elsewhere-0", "elsewhere-2")

    def test_a_moment_that_there_is_none_of_without_us_says_nothing(self):
        (moment,) = compared(today(Step("Pay", 1)), elsewhere(Step("Bake"))).moments

        assert beside_text(moment, None) is None


class TestWhichJourneysBelongTogether:
    def with_scenarios(self, **scenarios):
        journeys = [
            lives("marta", Step("Pay"), journey=key, kind=kind)
            for key, kind in (
                ("buying", JourneyKind.ACTUAL),
                ("returning", JourneyKind.ACTUAL),
                ("plan", PLANNED),
                ("other-plan", PLANNED),
            )
        ]
        workshop = workshop_with(*journeys)
        drawn = {
            key: journey.model_copy(update={"scenario": scenarios.get(key, "")})
            for key, journey in workshop.journeys.items()
        }
        return workshop.model_copy(update={"journeys": drawn})

    def test_another_persona_s_plan_is_not_hers(self):
        found = compared(today(Step("Pay", 1)), planned(Step("Pay", 4), persona="tom"))

        assert found.planned_id is None

    def test_the_same_scenario_goes_first(self):
        workshop = self.with_scenarios(**{"buying": "Buy", "other-plan": " buy "})

        assert companion(workshop, "buying", PLANNED) == "other-plan"

    def test_a_plan_of_another_scenario_is_left_to_its_own_journey(self):
        workshop = self.with_scenarios(
            **{
                "buying": "Buy",
                "returning": "Return",
                "plan": "Buy",
                "other-plan": "Buy",
            }
        )

        assert companion(workshop, "returning", PLANNED) is None

    def test_else_the_first_in_order(self):
        assert companion(self.with_scenarios(), "returning", PLANNED) == "plan"

    def test_a_journey_of_that_kind_stands_beside_itself(self):
        assert companion(self.with_scenarios(), "returning", JourneyKind.ACTUAL) == (
            "returning"
        )


feelings = st.none() | st.integers(-10, 10).map(lambda half: half / 2)
steps = st.lists(
    st.builds(
        lambda name, felt, wanted: Step(name, felt, wanted=wanted),
        st.sampled_from(["Come", "Pay", "Wave", "Leave"]),
        feelings,
        feelings,
    ),
    max_size=5,
)


@given(steps, steps, steps)
def test_every_moment_stands_in_the_list_once_and_only_what_is_known_is_judged(
    ours, plan, theirs
):
    found = compared(today(*ours), planned(*plan), elsewhere(*theirs))

    ids = [moment.touchpoint_id for moment in found.moments]
    assert len(set(ids)) == len(ids)
    assert len([each for each in ids if each.startswith("marta-")]) == len(ours)
    for moment in found.moments:
        told = moment.state in (Kept.KEPT, Kept.FAILING)
        assert told == (moment.wanted is not None and moment.today is not None)
        assert wanted_text(moment)
    assert wanted_sentence(found)


def test_it_is_said_in_one_line():
    found = compared(
        today(Step("Pay", 1, wanted=1), Step("Queue", -3, wanted=1), Step("Leave"))
    )

    assert wanted_sentence(found) == (
        "3 moments: one as wanted, one not as wanted, one cannot be told yet."
    )


@pytest.mark.parametrize(
    ("felt", "wanted", "text"),
    [
        (3.0, 3.0, "good, as wanted"),
        (3.0, 1.0, "good, better than wanted (rather good)"),
        (1.5, 2.0, "rather good, nearly as wanted (good)"),
        (-3.0, 3.0, "wanted good, is bad"),
        (2.0, 3.9, "good, but less so than wanted"),
        (None, 3.0, "wanted good, not rated yet"),
        (3.0, None, "is good, nobody said how it should feel"),
        (None, None, "not rated yet, and nobody said how it should feel"),
    ],
)
def test_and_of_one_moment_in_words(felt, wanted, text):
    (moment,) = compared(today(Step("Pay", felt, wanted=wanted))).moments

    assert wanted_text(moment) == text


def test_what_is_missing_or_not_planned_is_said_in_words():
    found = compared(
        today(Step("Queue", -3), Step("Leave")), planned(Step("Wave", 4), Step("Bow"))
    )

    assert sorted(map(wanted_text, found.moments)) == [
        "is bad",
        "not rated yet",
        "wanted great, not there",
        "wanted, not there",
    ]


def test_without_us_is_said_in_words():
    found = compared(
        today(Step("Pay", -1), Step("Queue", 1), Step("Leave")),
        elsewhere(Step("Pay", 3), Step("Queue"), Step("Leave", -3)),
    )
    rule = CompareRule()

    assert [beside_text(each, each.beside(rule)) for each in found.moments] == [
        "without us: good, worse with us",
        "without us: not rated",
        "without us: bad",
    ]
