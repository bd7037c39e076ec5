"""The re-runs of section 4.7 once more, one number at a time.

Written from the words of the method, slow and without arrays: of what is tested it
takes the random streams alone.
"""

from cxcore.model import Standpoint
from cxcore.robustness.streams import stream

KAPPA = {"must_be": -1, "attractive": 1}
TINY = 1e-9


def clip(value, low, high):
    return min(high, max(low, value))


def severity_of(parts, weights, kano):
    known = sum(weights[name] for name in parts)
    if not known:
        return 0.0
    plain = sum(weights[name] * part for name, part in parts.items()) / known
    return plain ** (2 ** KAPPA.get(kano and kano.value, 0)) if plain else 0.0


class PlainReruns:
    """One journey whose people speak for the persona; its stages are named in order."""

    def __init__(self, workshop, journey, confidence, draws):
        """Take how well each touchpoint is known, by id."""
        self.workshop, self.settings = workshop, workshop.settings
        self.draws, self.confidence = draws, confidence
        self.mode = workshop.journeys[journey].importance_mode.value
        places = {each.id: each.position for each in workshop.stages.values()}
        by_place = sorted(
            workshop.touchpoints.values(),
            key=lambda one: (places[one.stage_id], one.position),
        )
        self.rated = [one for one in by_place if self.said(one, "valence")]
        seed = self.settings.robustness.seed
        self.heads = {
            who: stream(seed, "voice", who).standard_exponential(draws).tolist()
            for who in workshop.participants
        }
        self.shifts = {
            one.id: stream(seed, "noise", one.id).standard_normal((4, draws)).T.tolist()
            for one in self.rated
        }
        exposure = dict(self.settings.exposure)
        most = max(1.0, sum(exposure.values()))
        self.weights_a = self.around("severity", dict(self.settings.severity))
        self.weights_b = self.around(
            "exposure", {name: each / most for name, each in exposure.items()}
        )
        self.dotted = {
            who for one in by_place for who, dot in self.said(one, "dot").items() if dot
        }

    def around(self, kind, given):
        """Draw weights around the given ones, with the same sum."""
        rule, total = self.settings.robustness, sum(given.values())
        gammas = {}
        for name, value in given.items():
            shape = rule.sureness * value / total if rule.sureness else value > 0
            random = stream(rule.seed, kind, name)
            gammas[name] = random.standard_gamma(float(shape), self.draws).tolist()
        drawn = [
            dict(zip(gammas, run, strict=True))
            for run in zip(*gammas.values(), strict=True)
        ]
        return [
            {name: total * each / sum(run.values()) for name, each in run.items()}
            for run in drawn
        ]

    def said(self, touchpoint, part):
        """Return who said something, and what."""
        ratings = self.workshop.ratings.get(touchpoint.id, {})
        found = {
            who: getattr(said[Standpoint.AS_PERSONA], part)
            for who, said in ratings.items()
        }
        return {who: value for who, value in found.items() if value is not None}

    def mean(self, values, run):
        """Weigh everybody as in this re-run; by viewpoints, those alike."""
        camps = {}
        for who, value in values.items():
            alike = self.settings.weighting.value == "viewpoints"
            camp = self.workshop.participants[who].viewpoint if alike else None
            camps.setdefault(camp, []).append((self.heads[who][run], value))
        means = [
            sum(weight * value for weight, value in camp)
            / sum(weight for weight, _ in camp)
            for camp in camps.values()
        ]
        return sum(means) / len(means)

    def gaps(self, touchpoint, shift=0.0):
        expected = self.said(touchpoint, "expectation")
        got = self.said(touchpoint, "performance")
        return {
            who: max(0, expected[who] - clip(got[who] + shift, 0, 10)) / 10
            for who in expected.keys() & got.keys()
        }

    def efforts(self, touchpoint):
        said = self.said(touchpoint, "effort")
        return {who: (value - 1) / 6 for who, value in said.items()}

    def counts(self, signal):
        have = sum(bool(signal(one)) for one in self.rated)
        needed = self.settings.signal_counts_from * len(self.rated)
        return have > 0 and have >= needed - TINY

    def of_one(self, touchpoint, run):
        """Return importance, severity and mean valence of a touchpoint."""
        rule, draw = self.settings.robustness, self.shifts[touchpoint.id][run]
        unknown = 1 - self.confidence[touchpoint.id]
        feeling, performance, importance, effort = (each * unknown for each in draw)
        felt = {
            who: clip(value + feeling * rule.feeling_noise, -5, 5)
            for who, value in self.said(touchpoint, "valence").items()
        }
        pains = {who: max(0, -value) / 5 for who, value in felt.items()}
        parts = {"pain": self.mean(pains, run)}
        gaps = self.gaps(touchpoint, performance * rule.performance_noise)
        if gaps and self.counts(self.gaps):
            parts["gap"] = self.mean(gaps, run)
        efforts = self.efforts(touchpoint)
        if efforts and self.counts(self.efforts):
            hard = self.mean(efforts, run) + effort * rule.effort_noise
            parts["effort"] = clip(hard, 0, 1)
        matters = self.importance(touchpoint, run) + importance * rule.importance_noise
        return (
            clip(matters, 0, 1) * touchpoint.reach,
            severity_of(parts, self.weights_a[run], touchpoint.kano),
            self.mean(felt, run),
        )

    def importance(self, touchpoint, run):
        """Return what matters, without reach, 0 to 1."""
        if self.mode == "survey" and touchpoint.derived_importance is not None:
            return touchpoint.derived_importance
        if self.mode == "dots" and self.dotted:
            dots = self.said(touchpoint, "dot")
            floor = self.settings.importance_without_dot
            votes = {who: 1.0 if dots.get(who) else floor for who in self.dotted}
            return self.mean(votes, run)
        said = self.said(touchpoint, "importance") if self.mode == "scale" else {}
        if not said:
            return (self.settings.importance_if_unknown - 1) / 4
        return self.mean({who: (value - 1) / 4 for who, value in said.items()}, run)

    def exposure(self, at, felt, run):
        """Return X of the touchpoint at this place of the rated ones."""
        one, rated = self.rated[at], self.rated
        stage = [each for each in rated if each.stage_id == one.stage_id]
        lowest = min(felt[each.id] for each in stage)
        is_low = len(stage) > 1 and felt[one.id] <= lowest + TINY
        ends = 1.0 if one is rated[-1] else self.settings.end_of_stage
        beside = rated[max(0, at - 1) : at] + rated[at + 1 : at + 2]
        others = [each.owner != one.owner for each in beside]
        weights = self.weights_b[run]
        return (
            weights["moment_of_truth"] * one.moment_of_truth
            + weights["low_point"] * (is_low and felt[one.id] < -TINY)
            + weights["end"] * (ends if one is stage[-1] else 0)
            + weights["handover"] * (sum(others) / len(others) if others else 0)
        )

    def scores(self):
        """Return F in every re-run, by touchpoint."""
        found = {one.id: [] for one in self.rated}
        for run in range(self.draws):
            made = {one.id: self.of_one(one, run) for one in self.rated}
            felt = {key: valence for key, (_, _, valence) in made.items()}
            for at, one in enumerate(self.rated):
                importance, severity, _ = made[one.id]
                exposure = self.exposure(at, felt, run)
                score = 100 * importance * severity * (0.5 + 0.5 * exposure)
                found[one.id].append(score)
        return found
