"""Base of every error that people can cause; each knows the facts of its case."""


class CxError(Exception):
    """Something a person did that cannot be done; the text is fit for them."""

    @property
    def code(self) -> str:
        """Name of the situation, stable across wordings."""
        return type(self).__name__.removesuffix("Error")
