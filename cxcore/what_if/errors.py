"""What cannot be supposed."""

from cxcore.errors import CxError


class CannotSupposeError(CxError):
    """Somebody supposed a feeling where nobody has said how it feels today."""

    def __init__(self, touchpoint_ids: tuple[str, ...]) -> None:
        super().__init__(
            "Nobody has rated this moment yet, so there is nothing that could "
            "feel better or worse. Rate it first."
        )
        self.touchpoint_ids = touchpoint_ids
        """Those that are not rated, or not on the map."""
