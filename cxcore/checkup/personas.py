"""Checks about several personas: alike all over, or hidden in one mean."""

from itertools import combinations

from cxcore.checkup.check import (
    Check,
    Outcome,
    exceeds,
    found,
    found_if,
    not_assessed,
    passed,
    reaches,
)
from cxcore.checkup.facts import Facts
from cxcore.checkup.results import Essay, Severity
from cxcore.compare import (
    SharedMoment,
    SharedMoments,
    same_moments,
)
from cxcore.edit import place_of

NOTHING_SHARED = "no moment is rated in the journeys of two personas"


def one_size_fits_all(facts: Facts) -> Outcome:
    """CX15: one persona only, or two to whom every shared moment feels the same."""
    personas = sorted(facts.workshop.personas.values(), key=place_of)
    if not personas:
        return not_assessed("there is no persona yet")
    if len(personas) == 1:
        return found([personas[0].id], personas=1)
    shared = facts.shared
    furthest = _furthest(shared)
    if not furthest:
        return not_assessed(NOTHING_SHARED)
    pair = min(furthest, key=furthest.__getitem__)
    apart = furthest[pair]
    alike = not reaches(apart, facts.limits["personas_apart"])
    compared = {persona_id for two in furthest for persona_id in two}
    if not alike and len(compared) < len(personas):
        return not_assessed("not every persona shares a rated moment with another")
    return found_if(
        alike, pair, apart=apart, touchpoints=len(shared.of(*pair)), of=len(personas)
    )


def _furthest(shared: SharedMoments) -> dict[tuple[str, str], float]:
    """Return for each two personas how far they are apart where most, 0 to 10."""
    found_apart = {}
    for one, other in combinations(shared.persona_ids, 2):
        moments = [moment.valences for moment in shared.of(one, other)]
        if moments:
            found_apart[one, other] = max(abs(m[one] - m[other]) for m in moments)
    return found_apart


def mean_hides_segment(facts: Facts) -> Outcome:
    """CX16: moments good for one persona and bad for another, so-so on average."""
    shared = facts.shared
    both = [moment for moment in shared.moments if moment.spread is not None]
    if not both:
        return not_assessed(NOTHING_SHARED)
    largest = max(moment.spread or 0.0 for moment in both)
    hidden = [moment for moment in both if _hides(moment, facts)]
    if not hidden:
        return passed(of=len(both), spread=largest)
    same = same_moments(facts.workshop, facts.analysis)
    groups = {same[moment.id] for moment in hidden}
    where = [each.id for each in facts.touchpoints if same[each.id] in groups]
    return found(where, touchpoints=len(hidden), of=len(both), spread=largest)


def _hides(moment: SharedMoment, facts: Facts) -> bool:
    felt = moment.valences.values()
    mean = sum(felt) / len(felt)
    split = reaches(moment.spread or 0.0, facts.limits["segments_apart"])
    return split and not exceeds(abs(mean), facts.limits["segments_mean"])


CHECKS = (
    Check(
        id="CX15",
        name="One size fits all",
        severity=Severity.MEDIUM,
        essays=(Essay.DESIGNING, Essay.BRANDS_FAILING),
        question="Who else comes to us, and for whom is this a different journey?",
        says=(
            "So far we have only {personas} persona.",
            "These two feel nearly the same wherever they both pass: {places}.",
        ),
        look=one_size_fits_all,
        thresholds={"personas_apart": 0.5},
    ),
    Check(
        id="CX16",
        name="Mean hides a segment",
        severity=Severity.HIGH,
        essays=(Essay.BRANDS_FAILING, Essay.THREE_CONCEPT_MISTAKES),
        question="For whom is this moment bad, and what would help just them?",
        says=(
            (
                "{touchpoints} of {of} shared moments {touchpoints:is|are} far better "
                "for one persona than for another, and the mean hides it."
            ),
        ),
        look=mean_hides_segment,
        thresholds={"segments_apart": 4, "segments_mean": 1.5},
    ),
)
