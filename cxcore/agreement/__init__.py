"""How far a room agrees: on what hurts, on what to discuss, and with customers (4.8).

The measures themselves are in ``cxcore.analysis.agreement``; here they are put together
for a journey, and for people.
"""

from cxcore.agreement.agreed import (
    WEAK_RANKING,
    WEAK_RATINGS,
    Accord,
    Agreement,
    agreement_of,
    to_discuss,
)
from cxcore.agreement.customers_first import CustomersFirst
from cxcore.agreement.standing_apart import StandsApart, named_apart

__all__ = [
    "WEAK_RANKING",
    "WEAK_RATINGS",
    "Accord",
    "Agreement",
    "CustomersFirst",
    "StandsApart",
    "agreement_of",
    "named_apart",
    "to_discuss",
]
