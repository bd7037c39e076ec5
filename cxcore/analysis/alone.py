"""A lone customer by link, who is not heard until they agree or another one comes.

Somebody in the room is heard there, and knows it. Who answers by a link was promised
that alone they are only shown if they agree; but the mean of few tells what one of
them said, and the mean of one is what they said.
"""

from collections.abc import Iterable, Mapping

from cxcore.model import Participant, Rating, Standpoint, Viewpoint

Said = Mapping[Standpoint, Rating]
"""What one participant says of one touchpoint, by standpoint."""


class Alone:
    """Finds the customer by link who stands alone among those who spoke."""

    def __init__(self, people: Mapping[str, Participant]) -> None:
        self._customers = {
            key for key in people if people[key].viewpoint is Viewpoint.CUSTOMER
        }
        self._silent = {
            key
            for key in self._customers
            if people[key].anonymous and not people[key].shown_alone
        }

    def in_ratings(self, ratings: Mapping[str, Said]) -> str | None:
        """Return who alone rated one touchpoint as a customer; None: nobody to hide.

        Args:
            ratings: of the touchpoint, by participant.
        """
        if self._silent.isdisjoint(ratings):
            return None
        return self.among(who for who, said in ratings.items() if has_felt(said))

    def among(self, spoke: Iterable[str]) -> str | None:
        """Return the one customer of these, if nobody may hear them; else None."""
        customers = self._customers.intersection(spoke)
        if len(customers) != 1 or customers.isdisjoint(self._silent):
            return None
        return customers.pop()


def has_felt(said: Said) -> bool:
    """Tell whether somebody said how it feels to them, or to the persona: not as told.

    Other parts of a rating do not make a curve.
    """
    spoken = (Standpoint.OWN_EXPERIENCE, Standpoint.AS_PERSONA)
    return any(said[at].valence is not None for at in spoken if at in said)
