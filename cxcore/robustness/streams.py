"""Random numbers that belong to a name: the same for the same workshop, always.

Every stream hangs on the workshop's seed and on the id of what it is about, so that
neither the order in which things are stored nor what else there is changes a number.
"""

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np

from cxcore.analysis.scales import FloatArray

KEY_BYTES = 16


def stream(seed: int, kind: str, key: str) -> np.random.Generator:
    """Return the stream of one thing.

    Args:
        seed: of the workshop's settings.
        kind: what the numbers are for; each purpose has its own.
        key: id of the thing.
    """
    digest = blake2b(f"{kind}/{key}".encode(), digest_size=KEY_BYTES).digest()
    words = np.frombuffer(digest, dtype="<u4").tolist()
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def voice_weights(seed: int, voices: Sequence[str], draws: int) -> FloatArray:
    """Return how much each voice weighs in each re-run: (voices, draws).

    Exponential draws: those of any group of voices, divided by their sum, are a draw
    from the flat Dirichlet distribution, which is the Bayesian bootstrap (1.8).
    """
    weights = np.empty((len(voices), draws))
    for row, voice in zip(weights, voices, strict=True):
        stream(seed, "voice", voice).standard_exponential(out=row)
    return weights


def dirichlet(
    seed: int, kind: str, around: dict[str, float], sureness: float, draws: int
) -> FloatArray:
    """Return weights around given ones that keep their sum: (weights, draws).

    Args:
        seed: of the workshop's settings.
        kind: what they weigh.
        around: the weights as they are, by name; what weighs nothing stays so.
        sureness: k, the larger the nearer to the given ones; 0 takes the given ones
            for no better than any others.
        draws: how many.
    """
    given = np.array(list(around.values()))
    total = given.sum()
    if total <= 0:
        return np.zeros((len(given), draws))
    shapes = sureness * given / total if sureness > 0 else (given > 0).astype(float)
    gammas = np.array(
        [
            stream(seed, kind, name).standard_gamma(shape, draws)
            for name, shape in zip(around, shapes, strict=True)
        ]
    )
    summed = gammas.sum(axis=0)
    # A small k can round all of a draw to nothing; the given weights stand in.
    gammas = np.where(summed > 0, gammas, given[:, np.newaxis])
    drawn: FloatArray = total * gammas / gammas.sum(axis=0)
    return drawn
