"""Mark texts of the code that readers see in their language."""


def N_(message: str) -> str:  # noqa: N802 - gettext's name for a message that is translated later
    """Mark a message for the catalogues in `locale/`."""
    return message
