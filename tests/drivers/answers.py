"""Workshops with answers of a survey, made of arrays."""

import numpy as np

from cxcore.drivers import drivers_of, survey_rows
from cxcore.model import Evidence, EvidenceType
from tests.analysis.builders import JOURNEY, Moment, with_things, workshop_of

MOMENTS = ("book", "wait", "pay")


def survey(felt, overall, name="survey", kind=EvidenceType.SURVEY):
    """Return a survey; ``felt`` by touchpoint, NaN or None for not answered."""
    return Evidence(
        id=name,
        evidence_type=kind,
        title="Survey",
        survey={key: tuple(map(answer, values)) for key, values in felt.items()},
        survey_overall=tuple(map(answer, overall)),
        touchpoint_ids=tuple(felt),
        journey_ids=(JOURNEY,),
    )


def answer(value):
    return None if value is None or np.isnan(value) else float(value)


def journey(*surveys, moments=MOMENTS, **more):
    """Return a workshop of one journey with these surveys."""
    return with_things(workshop_of(*map(Moment, moments), **more), *surveys)


def matrix(ids, felt, overall):
    """Return a workshop asked by one survey; a column a touchpoint."""
    columns = {key: felt[:, at] for at, key in enumerate(ids)}
    return journey(survey(columns, overall), moments=ids)


def some_answers(rows=120, columns=3, seed=7, weights=(2.0, 1.0, 0.4)):
    """Return answers about touchpoints and the whole, which go together."""
    chance = np.random.default_rng(seed)
    mood = chance.normal(size=(rows, 1))
    felt = np.clip(np.round(2 * mood + 2 * chance.normal(size=(rows, columns))), -5, 5)
    pull = np.resize(weights, columns)
    overall = 5 + felt @ pull / pull.sum() + chance.normal(size=rows)
    return felt, np.clip(np.round(overall), 0, 10)


def rows_of(workshop):
    return survey_rows(workshop, JOURNEY)


def found(workshop):
    return drivers_of(rows_of(workshop), workshop.settings)
