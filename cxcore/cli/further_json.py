"""What is said beyond the rankings, as what JSON can say."""

from dataclasses import asdict
from typing import Any

from cxcore.cli.further import FurtherOfJourney
from cxcore.compare import (
    Apart,
    MomentChange,
    Movement,
    StandingChange,
    Sureness,
    WantedComparison,
    WholeChange,
)
from cxcore.drivers import Driver, Drivers, NoDrivers, Refusal
from cxcore.model import Review
from cxcore.what_if import BestChanges, Choice

Document = dict[str, Any]


def further_json(further: FurtherOfJourney) -> Document:
    """Return the keys that a journey of one file has beside the others."""
    return {
        "mend": _mend(further.mend),
        "survey": _survey(further.survey),
        "wanted": further.wanted and _wanted(further.wanted),
        "second_look": further.second_look
        and [_movement(each) for each in further.second_look.moves],
        "since": [_since(*each) for each in further.since],
    }


def apart_json(apart: Apart) -> Document:
    """Return one thing that sets personas apart."""
    return asdict(apart)


def _mend(found: BestChanges) -> Document:
    return {
        "budget": found.budget,
        "best": found.best and _choice(found.best),
        "alternatives": [_choice(each) for each in found.alternatives],
    }


def _choice(choice: Choice) -> Document:
    return {
        "changes": [asdict(each) for each in choice.changes],
        "work": choice.work,
        "lift": choice.lift,
    }


def _survey(found: Drivers | NoDrivers) -> Document | None:
    """Return what a survey says, or why it does not; null where there is none."""
    told = found if isinstance(found, Drivers) else None
    refused = found if isinstance(found, NoDrivers) else None
    if refused and refused.refusal is Refusal.NO_SURVEY:
        return None
    return {
        "asked": found.rows.asked,
        "respondents": len(found.rows.overall),
        "refusal": refused and refused.refusal.value,
        "needed": refused and refused.needed,
        "split": told and told.split.value,
        "explained": told and told.explained,
        "drivers": [_driver(each) for each in told.drivers] if told else [],
        "left_out": [
            {"id": each.touchpoint_id, "because": each.because.value}
            for each in found.rows.left_out
        ],
    }


def _driver(driver: Driver) -> Document:
    return {
        "id": driver.touchpoint_id,
        "share": driver.share,
        "interval": list(driver.interval),
        "importance": driver.importance,
        "johnson": driver.johnson,
        "correlation": driver.correlation,
        "contrast": driver.contrast and asdict(driver.contrast),
    }


def _wanted(compared: WantedComparison) -> Document:
    return {
        "planned": compared.planned_id,
        "elsewhere": compared.elsewhere_id,
        "moments": [
            {
                "id": each.touchpoint_id,
                "state": each.state.value,
                "wanted": each.wanted,
                "today": each.today,
                "elsewhere": each.elsewhere,
            }
            for each in compared.moments
        ],
        "only_elsewhere": list(compared.only_elsewhere),
    }


def _movement(move: Movement) -> Document:
    return {
        "id": move.touchpoint_id,
        "before": move.before,
        "after": move.after,
        "moved": move.moved.value,
        "closeness": move.closeness.value,
    }


def _since(review: Review, change: StandingChange) -> Document:
    return {
        "id": review.id,
        "on": review.on.isoformat(),
        "note": review.note,
        "whole": {"moments": change.whole.moments, **_changed(change.whole)},
        "came_in": list(change.came_in),
        "dropped_out": list(change.dropped_out),
        "moments": [_moment(each) for each in change.moments],
    }


def _moment(change: MomentChange) -> Document:
    return {
        "id": change.touchpoint_id,
        **_changed(change),
        "expected": change.expected,
        "forecast": change.forecast and change.forecast.value,
    }


def _changed(change: MomentChange | WholeChange) -> Document:
    return {
        "code": change.code.value,
        "then": change.then,
        "now": change.now,
        "interval": _interval(change.sureness),
        "sure": change.is_sure,
    }


def _interval(sureness: Sureness | None) -> list[float] | None:
    return None if sureness is None else list(sureness.interval)
