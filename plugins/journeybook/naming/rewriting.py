"""Make the edits that give a thing another id."""

from collections.abc import Callable, Iterable, Iterator

from journeybook.edits import Edit, value_edit
from journeybook.naming.mentions import Mention
from journeybook.naming.things import Named

TextOf = Callable[[str], str]
"""Returns the text of a file by the path that messages have for it."""


def edits_of_thing(thing: Named, text_of: TextOf, new: str) -> Iterator[Edit]:
    """Yield the edit of the id that is written in the file of the thing itself, if it is.

    `new` is the id without what it stands below, such as the journey of a step.
    """
    if thing.place:
        yield value_edit(text_of(thing.place.path), thing.place, thing.id.rpartition("/")[2], new)


def edits_of_mentions(found: Iterable[Mention], text_of: TextOf, new: str) -> Iterator[Edit]:
    """Yield the edits of the places that name the thing."""
    for item in found:
        old = f"{item.before}{item.own_id}{item.after}"
        renamed = f"{item.before}{new}{item.after}"
        if item.in_header:
            yield value_edit(text_of(item.place.path), item.place, old, renamed)
        else:
            yield Edit(place=item.place, old=old, new=renamed)


def path_of_renamed(thing: Named, path: str, new: str) -> str | None:
    """The new path of a thing's file whose name is its id; `path` is the file's, whatever it begins with."""
    document = thing.document
    if document is None or document.id != thing.id:
        return None
    folder, slash, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    return f"{folder}{slash}{new}{dot}{ending}" if stem == thing.id else None
