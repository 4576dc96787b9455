"""A word of the method, and what the glossary says of it."""

from dataclasses import dataclass

from journeybook.pages.glossary.examples import FindExample


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWord:
    """A word of the method."""

    id: str
    """Makes its place in the glossary."""
    title: str
    """What readers see, in English."""
    definition: str
    example: FindExample
    """Finds an example in a handbook."""
    lanes: tuple[str, ...] = ()
    """The rows of the map that it is the head of."""
