"""English for what the promise is worth in a journey."""

from collections.abc import Mapping

from cxcore.analysis import StepBack

OFFER_ITSELF = "Step back: perhaps the offer itself is wrong."


def step_back_sentences(step: StepBack, names: Mapping[str, str]) -> tuple[str, ...]:
    """Say that it is time to step back, and why; empty where it is not.

    Args:
        step: what speaks for it.
        names: name by id of each touchpoint.
    """
    if not step.is_due:
        return ()
    why = []
    if step.no_promise:
        why.append("Nothing is promised yet, so nobody can say what to keep.")
    if step.half_needs_work:
        listed = ", ".join(names[each] for each in step.need_work)
        why.append(
            f"{len(step.need_work)} of {step.of} make-or-break moments need work: "
            f"{listed}."
        )
    return (OFFER_ITSELF, *why)
