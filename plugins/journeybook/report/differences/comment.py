"""Write a proposal as a comment for a pull request: the point first, everything in a fold, within a limit."""

from collections.abc import Iterator
from itertools import islice

from journeybook.advice import DEFAULT_FOLDER, command
from journeybook.characters import unheard
from journeybook.diff import WORK_TREE, Difference, ToldChange
from journeybook.findings import Severity
from journeybook.pages.proposal import ChangedRow, ChangeReport, FoundProblem, ToldEdit, ToldJourney
from journeybook.pages.wording.labels import LABELS
from journeybook.report.blocks import MAX_COMMENT, Block, fill, size_of
from journeybook.report.differences import phrases
from journeybook.report.differences.outline import places, short
from journeybook.report.differences.phrases import Style
from journeybook.report.safe_markdown import code, plain

MARK = "<!-- journeybook diff -->"
"""The first line, by which a program finds the comment again."""
_STYLE = Style(
    plain=plain,
    struck=lambda text: f"~~{text}~~",
    strong=lambda text: f"**{text}**",
    link=lambda text, address: f"[{text}]({address})",
    code=code,
)
_TAIL = 400
"""Characters kept for the last line of a comment that is cut."""
_MOST_FINDINGS = 4
"""Of new findings above the fold."""
_MOST_PLAN = 6
_MOST_QUESTIONS = 6
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "💡"}


def diff_markdown(proposal: ChangeReport, *, limit: int = MAX_COMMENT) -> str:
    """Write a comment of at most so many characters."""
    written, missing = fill(MARK + "\n", _blocks(proposal), limit - _TAIL)
    if missing:
        told = proposal.language.plural(
            "This comment is full: %(num)s more line is shown by",
            "This comment is full: %(num)s more lines are shown by",
            missing,
        )
        written += f"\n{told} {_command(proposal.tree.difference)}.\n"
    return unheard(written)


def _command(difference: Difference) -> str:
    before, after = difference.before.name, difference.after.name
    is_told = after == WORK_TREE or before.endswith(f"...{after}")
    line = code(command("diff", (before,) if is_told else (before, after), _folder(difference)))
    return line if size_of(line) < _TAIL // 2 else code("journeybook diff")


def _folder(difference: Difference) -> str:
    """The folder of journeys, unless each state was typed with its own."""
    states = (difference.after, difference.before)
    shared = (
        state.label for state in states if state.name == WORK_TREE or (state.commit and ":" not in state.name)
    )
    return next(shared, DEFAULT_FOLDER)


def _blocks(proposal: ChangeReport) -> Iterator[Block]:
    breaks = f" {plain(proposal.breaks)}" if proposal.breaks else ""
    yield Block(f"**{plain(proposal.verdict)}**{breaks}\n")
    if proposal.notes:
        yield Block("\n", tuple(f"- {plain(note)}\n" for note in proposal.notes))
    facts = tuple(phrases.head_facts(_STYLE, proposal))
    is_of_one = len(proposal.journeys) == 1
    if facts and not is_of_one:
        yield Block(f"\n{' · '.join(facts)}\n")
    for journey in proposal.journeys:
        yield from _journey(proposal, journey, facts if is_of_one else ())
    if proposal.others:
        yield _table(proposal, proposal.others, proposal.language.text("What else changes"))
    if proposal.more:
        yield Block(f"\n{''.join(phrases.more(proposal.language, proposal.more))}\n")
    yield from _besides(proposal)
    yield from _fold(proposal)


def _journey(proposal: ChangeReport, journey: ToldJourney, more_facts: tuple[str, ...]) -> Iterator[Block]:
    text = proposal.language.text
    title = phrases.edit(_STYLE, _title(journey))
    links = ((text("before"), journey.before), (text("after"), journey.after))
    facts = (
        f"**{title}**",
        *(phrases.edit(_STYLE, fact) for fact in journey.facts),
        *(_STYLE.link(plain(word), address) for word, address in links if address),
        *more_facts,
    )
    yield Block(f"\n{' · '.join(facts)}\n")
    if journey.lines:
        yield Block("\n", tuple(f"- {phrases.edit(_STYLE, line)}\n" for line in journey.lines))
    if journey.rows:
        yield _table(proposal, journey.rows, text("Step"), journey.more)


def _title(journey: ToldJourney) -> ToldEdit:
    """The title, and the one that it had; struck out where the journey is gone."""
    if journey.is_gone:
        return ToldEdit(old=journey.title)
    return ToldEdit(old=journey.former, new=journey.title)


def _table(proposal: ChangeReport, rows: tuple[ChangedRow, ...], head: str, more: int = 0) -> Block:
    """Write a row for each place, with the columns that any row has something for."""
    text = proposal.language.text
    columns = (
        ("", [phrases.signs(row) for row in rows]),
        (plain(head), [phrases.row_place(_STYLE, proposal.language, row) for row in rows]),
        (plain(text("Satisfaction")), [_numbers(row) for row in rows]),
        (plain(text("Was → is")), [_edits(proposal, row) for row in rows]),
    )
    used = [(title, cells) for title, cells in columns if any(cells)]
    opening = f"\n| {' | '.join(title for title, _ in used)} |\n|{'---|' * len(used)}\n"
    left = f"\n{''.join(phrases.more(proposal.language, more))}\n" if more else ""
    lines = zip(*(cells for _, cells in used), strict=True)
    return Block(opening, tuple(f"| {' | '.join(cells)} |\n" for cells in lines), left)


def _numbers(row: ChangedRow) -> str:
    return "<br>".join(phrases.edit(_STYLE, item) for item in row.satisfaction)


def _edits(proposal: ChangeReport, row: ChangedRow) -> str:
    return "<br>".join(phrases.edits(_STYLE, proposal.language, row))


def _besides(proposal: ChangeReport) -> Iterator[Block]:
    """Yield the plan, what is equal in many places, what is still used, questions and findings."""
    language, text = proposal.language, proposal.language.text
    if proposal.plan:
        told = [phrases.edit(_STYLE, item) for item in proposal.plan[:_MOST_PLAN]]
        told += phrases.more(language, max(0, len(proposal.plan) - _MOST_PLAN))
        yield _named(text("Plan"), " · ".join(told))
    for group in proposal.equal:
        yield _named(text("The same"), phrases.equal(_STYLE, language, group))
    for item in proposal.used:
        yield _named(text("Still used"), phrases.used(_STYLE, language, item))
    if proposal.questions:
        shown = [phrases.question(_STYLE, language, item) for item in proposal.questions[:_MOST_QUESTIONS]]
        shown += phrases.more(language, max(0, len(proposal.questions) - _MOST_QUESTIONS))
        head = plain(text("To be answered before merging"))
        yield Block(f"\n**{head}**\n\n", tuple(f"- {item}\n" for item in shown))
    yield from _findings(proposal)


def _named(name: str, told: str, items: tuple[str, ...] = ()) -> Block:
    return Block(f"\n**{plain(name)}:** {told}\n", items)


def _findings(proposal: ChangeReport) -> Iterator[Block]:
    head = phrases.findings_head(proposal)
    if not head:
        return
    heavy = _above_the_fold(proposal)
    shown = tuple(_finding(found[0], len(found)) for found in heavy)
    known = sum(map(len, heavy))
    left = sum(item.severity is not Severity.INFO for item in proposal.new_findings) - known
    told = shown + tuple(f"- {item}\n" for item in phrases.more(proposal.language, max(0, left)))
    yield _named(proposal.language.text("Check"), plain(head), told and ("\n", *told))


def _above_the_fold(proposal: ChangeReport) -> tuple[list[FoundProblem], ...]:
    """The new findings that are shown at once: no hints, not too many, and what says the same as one."""
    same: dict[tuple[str, str], list[FoundProblem]] = {}
    for item in proposal.new_findings:
        if item.severity is not Severity.INFO:
            same.setdefault((item.rule, item.text), []).append(item)
    return tuple(islice(same.values(), _MOST_FINDINGS))


def _finding(it: FoundProblem, times: int = 1) -> str:
    said = f"{_MARKS[it.severity]} {plain(short(it.text))} ({code(it.rule)}, {code(it.place)})"
    return f"- {said}{f' × {times}' if times > 1 else ''}\n"


def _fold(proposal: ChangeReport) -> Iterator[Block]:
    """Yield everything in one fold: each change with its lines, each finding."""
    opening = f"\n<details><summary>{plain(phrases.all_changes(proposal))}</summary>\n\n"
    items = (*_all_changes(proposal), *_all_findings(proposal))
    if items:
        legend = plain(phrases.legend(proposal.language))
        yield Block(opening, items, f"\n{legend}\n\n</details>\n")


def _all_changes(proposal: ChangeReport) -> Iterator[str]:
    labels, text = LABELS["thing"], proposal.language.text
    for number, thing in enumerate(proposal.tree.things):
        kind = text(labels.get(thing.subject.kind, thing.subject.kind))
        head = "\n" if number else ""
        head += f"{plain(kind)}: **{plain(short(thing.title))}**\n\n"
        for told in thing.changes:
            yield head + _change(proposal, told)
            head = ""


def _change(proposal: ChangeReport, told: ToldChange) -> str:
    weights, text = LABELS["weight"], proposal.language.text
    rules = "".join(f" **{text(weights[item.severity])}** {code(item.rule.id)}" for item in told.breaks)
    lines = places(told.change)
    return (
        f"- {plain(phrases.told_change(proposal.language, told.change))}{rules}"
        f"{f' ({code(lines)})' if lines else ''}\n"
    )


def _all_findings(proposal: ChangeReport) -> Iterator[str]:
    """Yield the new findings that there was no room for above, and all that are fixed."""
    text = proposal.language.text
    shown = {found[0] for found in _above_the_fold(proposal)}
    for head, found in (
        (text("New findings"), tuple(item for item in proposal.new_findings if item not in shown)),
        (text("Findings that no longer apply"), proposal.fixed_findings),
    ):
        opening = f"\n**{plain(head)}**\n\n"
        for item in found:
            yield opening + _finding(item)
            opening = ""
