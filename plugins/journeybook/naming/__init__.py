"""Find the things that have an id, the places that name them, and the edits that give them other ids."""

from journeybook.naming.mentions import KindAndId, Mention, mentions
from journeybook.naming.rewriting import edits_of_mentions, edits_of_thing, path_of_renamed
from journeybook.naming.things import Named, named_things

__all__ = [
    "KindAndId",
    "Mention",
    "Named",
    "edits_of_mentions",
    "edits_of_thing",
    "mentions",
    "named_things",
    "path_of_renamed",
]
