"""The one exception of reading: a file, or a part of it, that cannot be read."""


class Refused(Exception):  # noqa: N818 - it says what happened to the file
    """A text that cannot be read, with the rule it breaks and the place in the file."""

    def __init__(self, rule: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.line = line
        self.column = column
