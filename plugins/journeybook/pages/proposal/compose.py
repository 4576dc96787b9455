"""Put together what a proposal changes."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from journeybook.baseline import Compared
from journeybook.diff import ChangedThing, ChangeTree, ToldChange
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.pages.proposal.asked import asked_teams
from journeybook.pages.proposal.breaks import breaks_of_proposal
from journeybook.pages.proposal.edits import edit_of
from journeybook.pages.proposal.effects import effect_of, harm, is_plan
from journeybook.pages.proposal.equal import equal_changes, told_equal
from journeybook.pages.proposal.findings import found_problems
from journeybook.pages.proposal.journeys import told_journey
from journeybook.pages.proposal.links import SiteLinks
from journeybook.pages.proposal.questions import questions_of
from journeybook.pages.proposal.rows import places_of, row_of
from journeybook.pages.proposal.told import ChangedRow, ChangeReport, FoundProblem, ToldEdit
from journeybook.pages.proposal.used import still_used
from journeybook.pages.proposal.verdict import effect_on_customers, told_in_verdict, verdict_of

_MOST_JOURNEYS = 6
_MOST_OTHERS = 8
_Groups = list[list[tuple[ChangedThing, ToldChange]]]
_NOWHERE = SiteLinks()
_NOBODY: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def proposal_of(
    language: Language,
    tree: ChangeTree,
    *,
    findings: Compared | None = None,
    links: SiteLinks = _NOWHERE,
    mentions: Mapping[str, tuple[str, ...]] = _NOBODY,
) -> ChangeReport:
    """Tell what a proposal changes; `mentions` are the names of teams on a platform, by their ids."""
    equal = equal_changes(tree)
    plan = [
        (thing, told) for thing in tree.things for told in thing.changes if is_plan(told.change, thing.pair)
    ]
    left_out = {told for group in equal for _, told in group} | {told for _, told in plan}
    journeys = _journeys(tree, left_out, equal)
    told = told_in_verdict(tree)
    is_told = told.issuperset(item for thing in _not_journeys(tree) for item in thing.changes)
    others = [] if is_told else list(_others(language, tree, left_out, links))
    asked, unasked = asked_teams(tree, mentions)
    return ChangeReport(
        language=language,
        tree=tree,
        effect=effect_on_customers(tree),
        verdict=verdict_of(language, tree),
        breaks=breaks_of_proposal(language, tree, findings),
        notes=tuple(_notes(language, tree)),
        asked=asked,
        unasked=unasked,
        preview=links.review,
        journeys=tuple(told_journey(language, thing, left_out, links) for thing in journeys[:_MOST_JOURNEYS]),
        others=tuple(others[:_MOST_OTHERS]),
        more=max(0, len(journeys) - _MOST_JOURNEYS) + max(0, len(others) - _MOST_OTHERS),
        plan=tuple(_plan_edit(language, told) for _, told in plan if not _is_in(told, equal)),
        equal=tuple(told_equal(language, group) for group in equal),
        used=tuple(still_used(language, tree)),
        questions=questions_of(language, tree),
        new_findings=found_problems(language, findings.new) if findings else (),
        fixed_findings=_fixed(language, tree, findings),
        is_checked=findings is not None,
    )


def _fixed(language: Language, tree: ChangeTree, found: Compared | None) -> tuple[FoundProblem, ...]:
    """Say what is fixed; of a file that cannot be read nobody knows."""
    return found_problems(language, found.fixed) if found and not tree.difference.unread else ()


def _is_in(told: ToldChange, groups: _Groups) -> bool:
    return any(other is told for group in groups for _, other in group)


def _journeys(tree: ChangeTree, left_out: Collection[ToldChange], equal: _Groups) -> list[ChangedThing]:
    """The journeys of which more is to tell than what many places share, the worst for customers first."""
    shared = {told for group in equal for _, told in group}
    found = [
        thing
        for thing in tree.things
        if thing.subject.kind is ThingKind.JOURNEY and not shared.issuperset(thing.changes)
    ]
    return sorted(found, key=lambda thing: _harm(thing, left_out))


def _harm(thing: ChangedThing, left_out: Collection[ToldChange]) -> tuple[int, int]:
    places = places_of(thing, left_out)
    if places:
        return places[0].harm
    return harm(effect_of(told.change for told in thing.changes), thing.changes)


def _others(
    language: Language, tree: ChangeTree, left_out: Collection[ToldChange], links: SiteLinks
) -> Iterator[ChangedRow]:
    for thing in _not_journeys(tree):
        for place in places_of(thing, left_out):
            yield row_of(language, place, links)


def _not_journeys(tree: ChangeTree) -> list[ChangedThing]:
    return [thing for thing in tree.things if thing.subject.kind is not ThingKind.JOURNEY]


def _plan_edit(language: Language, told: ToldChange) -> ToldEdit:
    """Tell a change of the plan by what it is about; where it stands in the journey the fold says."""
    change = told.change
    depth = bool(change.stage) + bool(change.step)
    return edit_of(language, change, depth=depth)


def _notes(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield what has to be known beside the changes."""
    for state in (tree.difference.before, tree.difference.after):
        if not state.source.exists():
            yield language.text(
                "There is no folder “%(folder)s” in %(state)s; everything counts as new or removed.",
                folder=state.label,
                state=state.name,
            )
    for item in tree.difference.unread:
        yield language.text(
            "Not compared, because it cannot be read in %(state)s: %(problem)s",
            state=item.state,
            problem=item.finding,
        )
