"""Content that is published for a stage, with who answers for it."""

from journeybook import model
from journeybook.catalogue.vocabulary import value


@value
class Content:
    """Something that is published for a stage."""

    record: model.Content
    owner: model.Team | None = None
