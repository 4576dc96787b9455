"""Sort what changed since a day for readers: better and worse, new and gone, what we do."""

from datetime import date

from journeybook.diff import ChangeTree, Subject, ToldChange
from journeybook.diff.kinds import BAD_NEWS, GOOD_NEWS, Kind, of_things
from journeybook.kinds import IN_FILES, IN_HANDBOOK
from journeybook.messages import N_
from journeybook.pages.frame.context import Site
from journeybook.pages.reviews.digest import Digest, DigestLine, changed_line, first_of_part, notes_of

_THINGS = (*IN_FILES, *IN_HANDBOOK)
_PLAN = frozenset(kind for kind in Kind if kind.startswith(("opportunity-", "action-", "due-")))
_NAMED: tuple[tuple[str, frozenset[Kind]], ...] = (
    (N_("Better for %(customers)s"), GOOD_NEWS - _PLAN),
    (N_("Worse for %(customers)s"), BAD_NEWS),
    (
        N_("New"),
        of_things(_THINGS, "added") | {Kind.STAGE_ADDED, Kind.STEP_ADDED, Kind.JOURNEY_MAPPED},
    ),
    (
        N_("Removed"),
        of_things(_THINGS, "removed") | {Kind.STAGE_REMOVED, Kind.STEP_REMOVED, Kind.JOURNEY_UNMAPPED},
    ),
    (N_("What we do"), _PLAN),
)
NOTE_GROUPS = (
    *_NAMED,
    (N_("Other changes"), frozenset(Kind).difference(*(kinds for _, kinds in _NAMED))),
)
"""The titles of groups with the kinds of change in them."""


def release_notes(site: Site, tree: ChangeTree, since: date, subject: Subject | None) -> Digest:
    """Sort what changed in a handbook, or in one thing; groups without changes are left out."""
    told = [
        (thing.title, item)
        for thing in tree.things
        if subject in {None, thing.subject}
        for item in thing.changes
    ]
    told.sort(key=lambda one: (-one[1].change.weight, one[1].change.subject.kind not in IN_FILES))
    groups = [(site.text(title), _of(site, told, kinds)) for title, kinds in NOTE_GROUPS]
    parts = tuple(first_of_part(site, title, "", lines) for title, lines in groups if lines)
    titles = (thing.title for thing in tree.things if thing.subject == subject)
    day = site.language.date
    title, empty = site.text("What changed for %(customers)s"), site.text("Nothing changed.")
    return Digest(
        language=site.language.code,
        title=next(titles, site.text("Customer journeys")),
        period=site.text("From %(first)s to %(last)s", first=day(since), last=day(site.today)),
        notes=tuple(notes_of(site, tree, since)),
        parts=parts or (first_of_part(site, title, empty, ()),),
    )


def _of(site: Site, told: list[tuple[str, ToldChange]], kinds: frozenset[Kind]) -> tuple[DigestLine, ...]:
    return tuple(changed_line(site, title, item) for title, item in told if item.change.kind in kinds)
