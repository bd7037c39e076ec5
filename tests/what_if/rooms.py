"""Journeys for tests of what would change."""

from cxcore.analysis import grid_of
from cxcore.model import Opportunity, OpportunityStatus, Settings
from cxcore.model.settings import WhatIfRule
from tests.analysis.builders import JOURNEY, TODAY, Moment, said, workshop_of


def read(workshop):
    return grid_of(workshop, JOURNEY, TODAY)


def felt(**valences):
    """A journey of one stage: what each person feels, by touchpoint."""
    moments = [
        Moment(name, said(valence=values, importance=[3] * len(values)))
        for name, values in valences.items()
    ]
    return workshop_of(*moments)


def rule(**fields):
    return Settings(what_if=WhatIfRule(**fields))


def idea(name, work, *touchpoints, status=OpportunityStatus.IDEA, removed=False):
    return Opportunity(
        id=name,
        name=name,
        work=work,
        status=status,
        touchpoint_ids=touchpoints,
        removed=removed,
    )
