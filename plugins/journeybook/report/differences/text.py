"""Write a proposal as lines for a terminal: the point first, then each change with its place."""

from collections.abc import Iterator

from journeybook.characters import shown, unheard
from journeybook.diff import GOOD_NEWS, ChangedThing, ToldChange
from journeybook.kinds import ThingKind
from journeybook.pages.proposal import ChangeReport, Effect, ToldJourney
from journeybook.pages.proposal.rows import kind_word
from journeybook.pages.wording.sentences import sentence, where
from journeybook.report.colors import BOLD, FAINT, GOOD, OF_WEIGHT, Paint, paint
from journeybook.report.differences import phrases
from journeybook.report.differences.outline import on_terminal, places
from journeybook.report.differences.phrases import Style

TEXT_STYLE = Style(
    plain=on_terminal,
    struck=lambda text: text,
    strong=lambda text: text,
    link=lambda text, _: text,
    code=on_terminal,
)
_MOST_USES = 3


def diff_text(proposal: ChangeReport, *, has_color: bool = False) -> str:
    """Write the verdict, facts, plan and questions; then a heading for each thing, below it its changes."""
    if not proposal.tree:
        return ""
    painted = paint(has_color=has_color)
    blocks = ["".join(f"{line}\n" for line in _head(proposal, painted))]
    blocks += ["".join(_thing(proposal, thing, painted)) for thing in proposal.tree.things]
    return unheard("\n".join(blocks))


def _head(proposal: ChangeReport, painted: Paint) -> Iterator[str]:
    """Yield all that is said before the changes themselves."""
    language, text = proposal.language, proposal.language.text
    verdict = painted(BOLD, on_terminal(proposal.verdict))
    if proposal.effect is Effect.BETTER:
        verdict = painted(GOOD, on_terminal(proposal.verdict))
    yield " ".join(filter(None, (verdict, on_terminal(proposal.breaks))))
    yield from map(shown, proposal.notes)
    yield from filter(None, (phrases.asked(TEXT_STYLE, proposal),))
    for journey in proposal.journeys:
        yield from _journey(journey)
    for item in proposal.plan:
        yield _named(text("Plan"), phrases.edit(TEXT_STYLE, item))
    for group in proposal.equal:
        yield _named(text("The same"), phrases.equal(TEXT_STYLE, language, group))
    for question in proposal.questions:
        yield f"? {phrases.question(TEXT_STYLE, language, question)}"
    head = phrases.findings_head(proposal)
    if head:
        yield _named(text("Check"), head)
    for found in proposal.new_findings:
        yield f"  {found.place}: {found.rule}: {on_terminal(found.text)}"


def _named(name: str, told: str) -> str:
    return f"{name}: {told}"


def _journey(journey: ToldJourney) -> Iterator[str]:
    """Yield the facts of a journey, and what is said of a whole one."""
    facts = " · ".join(phrases.edit(TEXT_STYLE, fact) for fact in journey.facts)
    if facts:
        yield f"{on_terminal(journey.title)}: {facts}"
    for line in journey.lines:
        yield f"  {phrases.edit(TEXT_STYLE, line)}"


def _thing(proposal: ChangeReport, thing: ChangedThing, painted: Paint) -> Iterator[str]:
    name = "" if thing.subject.kind is ThingKind.HANDBOOK else f" ({thing.subject.id})"
    kind = kind_word(proposal.language, thing.subject.kind)
    yield painted(BOLD, f"{kind}: {on_terminal(thing.title)}{name}") + "\n"
    for told in thing.changes:
        yield from _told(proposal, told, painted)


def _told(proposal: ChangeReport, told: ToldChange, painted: Paint) -> Iterator[str]:
    change, language = phrases.cut_change(told.change), proposal.language
    said = shown(sentence(language, change))
    if change.kind in GOOD_NEWS:
        said = painted(GOOD, said)
    yield "  " + ": ".join(filter(None, (shown(where(language, change)), said))) + "\n"
    for item in told.breaks:
        weight = painted(OF_WEIGHT[item.severity], f"{item.severity.value}: {item.rule.id}")
        yield f"    {weight}: {language.text(item.rule.title)}.\n"
    yield painted(FAINT, f"    {places(change)}") + "\n"
    if change.uses:
        lines = tuple(dict.fromkeys(place.line_of_file for place in change.uses))
        more = phrases.more(language, max(0, len(lines) - _MOST_USES))
        named = ", ".join((*lines[:_MOST_USES], *more))
        word = language.text("Still used")
        yield f"    {_named(word, named)}\n"
