"""The reference journey of the method: three participants, six touchpoints."""

from cxcore.model import EvidenceType
from tests.analysis.builders import Moment, said, workshop_of


def repair_service():
    """A broken machine: report it, have it repaired, pay for it."""
    return workshop_of(
        Moment(
            "number",
            said(
                valence=[0, 1, -1],
                importance=[3, 2, 3],
                expectation=[6, 6, 6],
                performance=[6, 7, 6],
                effort=[3, 2, 3],
            ),
            "Report",
            owner="Marketing",
        ),
        Moment(
            "call",
            said(
                valence=[4, 3, 4],
                importance=[3, 3, 4],
                expectation=[7, 7, 7],
                performance=[9, 9, 9],
                effort=[2, 2, 2],
            ),
            "Report",
            [EvidenceType.OBSERVATION],
            owner="Contact centre",
        ),
        Moment(
            "booking",
            said(
                valence=[-1, 0, -2],
                importance=[4, 4, 3],
                expectation=[8, 7, 8],
                performance=[6, 6, 5],
                effort=[5, 4, 5],
            ),
            "Repair",
            [EvidenceType.SURVEY],
            owner="Field service",
        ),
        Moment(
            "waiting",
            said(
                valence=[-4, -3, -5],
                importance=[5, 5, 5],
                expectation=[8, 8, 9],
                performance=[3, 4, 3],
                effort=[5, 6, 6],
            ),
            "Repair",
            [EvidenceType.OBSERVATION],
            owner="Logistics",
            moment_of_truth=True,
            kano="must_be",
        ),
        Moment(
            "visit",
            said(
                valence=[3, 2, 3],
                importance=[5, 4, 5],
                expectation=[8, 8, 8],
                performance=[8, 8, 8],
                effort=[2, 3, 2],
            ),
            "Repair",
            [EvidenceType.SURVEY],
            owner="Field service",
            moment_of_truth=True,
        ),
        Moment(
            "invoice",
            said(
                valence=[-2, -1, 0],
                importance=[3, 3, 2],
                expectation=[6, 7, 6],
                performance=[4, 5, 5],
                effort=[4, 3, 4],
            ),
            "After",
            owner="Finance",
        ),
    )
