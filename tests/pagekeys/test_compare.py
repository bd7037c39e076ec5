"""What the page "Compare" adds to the table of state."""

from datetime import date, timedelta

from cxcore.commands import Add, Remove
from cxcore.edit import apply
from cxcore.model import (
    JourneyKind,
    Opportunity,
    OpportunityStatus,
    Rating,
    Review,
    RoundOutcome,
    Standpoint,
)
from cxlive import limits
from cxlive.board.pages import since
from tests.analysis.lives import Step, lives, workshop_with
from tests.core.builders import small_workshop
from tests.live.build import rate
from tests.pagekeys.build import TODAY, keys_of

SECRET = -4.2


def rated(workshop=None, **valences):
    workshop = workshop or small_workshop()
    for touchpoint, value in valences.items():
        for who in ("ana", "ben"):
            workshop = apply(workshop, rate(touchpoint, value, who))
    return workshop


def kept(workshop, days=30, key="then", **fields):
    review = Review(
        id=key,
        journey_id="visit",
        on=TODAY - timedelta(days=days),
        touchpoint_ids=tuple(workshop.touchpoints),
        ratings=workshop.ratings,
        **fields,
    )
    return apply(workshop, Add(of="review", thing=review))


def compare(workshop, journey="visit"):
    return keys_of(workshop, "compare", journey)["compare"]


class TestWanted:
    def test_every_moment_stands_under_its_stage_with_a_symbol_and_words(self):
        workshop = rated(queue=-3.0)
        touchpoint = workshop.touchpoints["queue"].model_copy(update={"wanted": 2.0})
        touchpoints = {**workshop.touchpoints, "queue": touchpoint}

        wanted = compare(workshop.model_copy(update={"touchpoints": touchpoints}))[
            "wanted"
        ]

        assert [stage["name"] for stage in wanted["stages"]] == ["find", "buy"]
        assert wanted["stages"][0]["moments"] == [
            {
                "id": "queue",
                "journey": "visit",
                "name": "queue",
                "state": "failing",
                "symbol": "↓",
                "word": "failing",
                "text": "wanted good, is bad",
                "wanted": 2.0,
                "today": -3.0,
                "elsewhere": None,
                "beside": None,
                "beside_text": None,
            }
        ]
        assert wanted["is_wanted"]

    def test_an_empty_workshop_is_compared_with_nothing(self):
        workshop = small_workshop().model_copy(update={"journeys": {}, "stages": {}})

        table = keys_of(workshop, "compare")

        assert table["compare"] == {
            "round": None,
            "wanted": None,
            "looks": None,
            "apart": None,
        }

    def test_what_is_missing_comes_with_the_journey_in_which_it_stands(self):
        workshop = workshop_with(
            lives("marta", Step("Pay", 1)),
            lives("marta", Step("Wave", 3), journey="plan", kind=JourneyKind.PLANNED),
            lives(
                "marta", Step("Ask mum", 3), journey="out", kind=JourneyKind.ELSEWHERE
            ),
        )

        wanted = compare(workshop, "marta-journey")["wanted"]

        moments = [each for stage in wanted["stages"] for each in stage["moments"]]
        assert [(each["name"], each["journey"]) for each in moments] == [
            ("Wave", "plan"),
            ("Pay", "marta-journey"),
        ]
        assert wanted["planned"] == {"id": "plan", "name": "plan"}
        assert wanted["only_elsewhere"] == ["Ask mum"]


class TestLooks:
    def with_rounds(self, workshop, *means):
        for number, mean in enumerate(means, 1):
            said = {
                who: {Standpoint.AS_PERSONA: Rating(valence=mean + off)}
                for who, off in (("ana", 0.0), ("ben", 2.0 / number))
            }
            outcome = RoundOutcome(
                id=f"round{number}",
                journey_id="visit",
                number=number,
                parts=("valence",),
                asked=2,
                ratings={"pay": said},
            )
            workshop = apply(workshop, Add(of="round", thing=outcome))
        return workshop

    def test_one_round_is_compared_with_nothing(self):
        assert compare(self.with_rounds(small_workshop(), -3.0))["looks"] is None

    def test_the_last_two_are_compared(self):
        looks = compare(self.with_rounds(small_workshop(), 5.0 - 3, -3.0, 1.0))["looks"]

        assert (looks["first"]["number"], looks["second"]["number"]) == (2, 3)
        (moment,) = looks["moments"]
        assert (moment["id"], moment["moved"]) == ("pay", "up")
        assert moment["text"] == "from bad to rather good"
        assert looks["line"].startswith("Second look: 1 of 1 moments moved")

    def test_what_was_removed_since_is_left_out(self):
        workshop = self.with_rounds(small_workshop(), -3.0, 1.0)
        workshop = apply(workshop, Remove(of="touchpoint", id="pay"))

        looks = compare(workshop)["looks"]

        assert (looks["line"], looks["moments"]) == (None, [])


class TestReviews:
    def test_without_any_there_is_only_today(self):
        table = keys_of(rated(pay=2.0), "compare")

        assert table["reviews"] == []
        assert [day["id"] for day in table["days"]] == [None]

    def test_the_newest_comes_first_and_each_has_a_key_of_its_own(self):
        workshop = kept(rated(pay=-2.0), days=60, key="older", note="Before")
        workshop = kept(workshop, days=30, key="newer")

        table = keys_of(rated(workshop, pay=2.0), "compare")

        assert table["reviews"] == [
            {"id": "newer", "on": "2026-10-23", "note": "", "next": None},
            {"id": "older", "on": "2026-09-23", "note": "Before", "next": "newer"},
        ]
        assert {"since/newer", "since/older", "since/older/newer"} <= table.keys()
        assert [day["id"] for day in table["days"]] == ["older", "newer", None]

    def test_it_says_what_became_of_every_moment(self):
        workshop = kept(rated(pay=-2.0), forecast={"pay": 3.0})

        since_then = keys_of(rated(workshop, pay=2.0), "compare")["since/then"]

        pay = next(each for each in since_then["moments"] if each["id"] == "pay")
        assert (pay["code"], pay["text"]) == ("rose", "from bad to good")
        assert pay["sure"] == "could be chance"  # two voices are too few
        assert pay["forecast"] == "we expected good: not met"
        assert pay["voices"] == [2, 2]
        assert since_then["line"] == "One rose, two cannot be told."
        assert since_then["came_in"] == []

    def test_a_review_is_compared_with_the_next_one_too(self):
        workshop = kept(rated(pay=-2.0), days=60, key="older", forecast={"pay": 3.0})
        workshop = kept(rated(workshop, pay=3.0), days=30, key="newer")

        table = keys_of(rated(workshop, pay=-4.0), "compare")

        until_then = table["since/older/newer"]
        assert until_then["forecast"] == "What we had expected: one met."
        assert until_then["line"] == "One rose, two cannot be told."
        assert table["since/older"]["line"] == "One fell, two cannot be told."

    def test_what_is_gone_still_has_its_name(self):
        workshop = kept(rated(pay=-2.0, queue=1.0))
        workshop = apply(workshop, Remove(of="touchpoint", id="pay"))

        table = keys_of(workshop, "compare")

        assert table["names"]["pay"] == "pay"
        assert table["since/then"]["moments"][-1]["code"] == "went"

    def test_so_many_are_compared_and_so_many_days_shown(self, monkeypatch):
        monkeypatch.setattr(since, "COMPARED_REVIEWS", 2)
        monkeypatch.setattr(since, "REVIEW_SERIES", 3)
        workshop = rated(pay=1.0)
        for days in range(1, 6):
            workshop = kept(workshop, days=days, key=f"d{days}")

        table = keys_of(workshop, "compare")

        assert [each["id"] for each in table["reviews"]] == ["d1", "d2"]
        assert [day["id"] for day in table["days"]] == ["d3", "d2", "d1", None]

    def test_those_of_another_journey_are_not_here(self):
        workshop = kept(rated(pay=1.0))
        other = workshop.journeys["visit"].model_copy(update={"id": "other"})
        journeys = {**workshop.journeys, "other": other}

        table = keys_of(
            workshop.model_copy(update={"journeys": journeys}), "compare", "other"
        )

        assert table["reviews"] == []

    def test_ratings_given_later_do_not_change_what_stood_then(self):
        before = kept(rated(pay=-2.0))
        first = keys_of(before, "compare")["days"][0]

        assert keys_of(rated(before, pay=4.0), "compare")["days"][0] == first

    def test_a_moment_that_is_given_another_name_has_it_then_too(self):
        workshop = kept(rated(pay=-2.0))
        keys_of(workshop, "compare")
        renamed = workshop.touchpoints["pay"].model_copy(update={"name": "Pay by card"})
        touchpoints = {**workshop.touchpoints, "pay": renamed}

        table = keys_of(
            workshop.model_copy(update={"touchpoints": touchpoints}), "compare"
        )

        assert table["names"]["pay"] == "Pay by card"

    def test_what_the_team_works_on_may_be_forecast(self):
        change = Opportunity(
            id="o",
            name="Another till",
            status=OpportunityStatus.DOING,
            touchpoint_ids=("leave",),
            target=2.0,
        )
        idea = change.model_copy(
            update={"id": "i", "status": "idea", "touchpoint_ids": ("queue",)}
        )
        workshop = rated(pay=-4.0, leave=1.0)
        for each in (change, idea):
            workshop = apply(workshop, Add(of="opportunity", thing=each))

        assert keys_of(workshop, "compare")["work_on"] == [
            {"touchpoint": "pay", "target": None},
            {"touchpoint": "leave", "target": 2.0},
        ]


class TestPersonas:
    def test_one_persona_is_compared_with_nobody(self):
        assert (
            compare(workshop_with(lives("tom", Step("Pay", 1))), "tom-journey")["apart"]
            is None
        )

    def test_what_sets_them_furthest_apart_is_one_sentence(self):
        workshop = workshop_with(
            lives("marta", Step("Pay", -3), Step("Leave", 1)),
            lives("tom", Step("Pay", 3), Step("Leave", 1)),
        )

        apart = compare(workshop, "tom-journey")["apart"]

        assert apart == {
            "personas": 2,
            "text": "Pay feels good to Tom and bad to Marta.",
        }

    def test_where_nothing_does_nothing_is_made_up(self):
        workshop = workshop_with(
            lives("marta", Step("Pay", 1)), lives("tom", Step("Pay", 1))
        )

        assert compare(workshop, "tom-journey")["apart"]["text"] is None


def test_a_file_cannot_hold_more_in_reviews_than_half_of_it():
    assert limits.DEFAULT.bytes > 2 * limits.REVIEW_BYTES


def test_days_are_written_as_in_a_file():
    workshop = kept(rated(pay=1.0), days=0)

    (review,) = keys_of(workshop, "compare")["reviews"]

    assert date.fromisoformat(review["on"]) == TODAY
