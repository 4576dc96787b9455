"""Write the parts of a proposal in a style: what is struck out, strong or a link is the style's to say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import starmap

from journeybook.diff import Change
from journeybook.language import Language
from journeybook.pages.proposal import (
    Asked,
    ChangedRow,
    ChangeReport,
    EqualChanges,
    OpenQuestion,
    StillUsed,
    ToldEdit,
)
from journeybook.pages.wording.sentences import placed_sentence
from journeybook.report.differences.outline import short
from journeybook.rules import RULES

ARROW = "→"
_MOMENT, _NEW, _GONE = "★", "+", "−"
_MOST_RULES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The ways in which a format writes what people wrote, so that it stays text."""

    plain: Callable[[str], str]
    struck: Callable[[str], str]
    """Takes what is plain already, as the next two do."""
    strong: Callable[[str], str]
    link: Callable[[str, str], str]
    """Writes words and the address that they lead to."""
    code: Callable[[str], str]


def edit(style: Style, it: ToldEdit) -> str:
    """Write what was and what is, or the sentence in place of both."""
    ends = (style.struck(style.plain(it.old)) if it.old else "", style.plain(it.new) if it.new else "")
    between = f" {ARROW} " if all(ends) else ""
    told = style.plain(it.text) if it.text else between.join(ends)
    told += f" ({style.plain(it.note)})" if it.note else ""
    if not it.label:
        return told
    is_value = not it.text and not all(ends)
    return f"{style.plain(it.label)}{':' if is_value or it.text else ''} {told}"


def signs(row: ChangedRow) -> str:
    """Write the signs of a row: better or worse, new or gone, a moment of truth."""
    kind = _NEW if row.is_new else _GONE if row.is_gone else ""
    return f"{row.effect.sign}{_MOMENT if row.is_moment else ''}{kind}"


def row_place(style: Style, language: Language, row: ChangedRow) -> str:
    """Write where a row is, with the title that it had before."""
    if not row.where:
        return style.plain(language.text("The journey itself"))
    *above, last = map(style.plain, row.where)
    if row.is_gone:
        last = style.struck(last)
    titles = " › ".join((*above, last))
    if row.former:
        titles = " › ".join((*above, f"{style.struck(style.plain(row.former))} {ARROW} {last}"))
    titles = titles if row.subject.journey else f"{style.plain(row.kind)}: {titles}"
    return style.link(titles, row.address) if row.address else titles


def more(language: Language, number: int) -> tuple[str, ...]:
    """Say how many are left out, where any are."""
    return (language.plural("and %(num)s more", "and %(num)s more", number),) if number else ()


def edits(style: Style, language: Language, row: ChangedRow) -> tuple[str, ...]:
    """Write what else changes at a place."""
    told = (edit(style, item) for item in row.edits)
    return (*told, *map(style.plain, more(language, row.more)))


def equal(style: Style, language: Language, it: EqualChanges) -> str:
    """Write the same change in many places."""
    times = language.plural("in %(num)s place", "in %(num)s places", it.count)
    where = "; ".join((*map(style.plain, it.where), *more(language, it.count - len(it.where))))
    return f"{edit(style, it.edit)} ({style.plain(times)}: {where})"


def used(style: Style, language: Language, it: StillUsed) -> str:
    """Write where something that is gone is still used."""
    shown = ", ".join(
        (*starmap(partial(_use, style), zip(it.where, it.places, strict=True)), *more(language, it.more))
    )
    return f"{style.plain(it.title)}: {shown}"


def _use(style: Style, title: str, place: str) -> str:
    return f"{style.plain(title)} ({style.code(place)})" if title else style.code(place)


def question(style: Style, language: Language, it: OpenQuestion) -> str:
    """Write a question with what it is asked of."""
    where = "; ".join((*map(style.plain, it.where), *more(language, it.more)))
    return f"{where}: {style.plain(it.text)}" if where else style.plain(it.text)


def asked(style: Style, proposal: ChangeReport) -> str:
    """Write who answers for what changes; nothing where nobody does."""
    if not proposal.asked:
        return ""
    language = proposal.language
    people = ", ".join(
        (*(_person(style, item) for item in proposal.asked), *more(language, proposal.unasked))
    )
    word = language.text("To be asked")
    return f"{style.plain(word)}: {people}"


def _person(style: Style, it: Asked) -> str:
    # a mention is a name that was checked for its signs; escaped, it would call nobody
    return f"{style.plain(it.title)} {it.mention}" if it.mention else style.plain(it.title)


def findings_head(proposal: ChangeReport) -> str:
    """Say how many findings are new and how many are fixed."""
    plural = proposal.language.plural
    new, fixed = len(proposal.new_findings), len(proposal.fixed_findings)
    told = [plural("%(num)s new finding", "%(num)s new findings", new)] if new else []
    told += (
        [plural("%(num)s finding no longer applies", "%(num)s findings no longer apply", fixed)]
        if fixed
        else []
    )
    return ", ".join(told) + (f" ({_gone(proposal)})" if fixed else "")


def _gone(proposal: ChangeReport) -> str:
    """Name what is no longer found, by its rules."""
    rules = dict.fromkeys(item.rule for item in proposal.fixed_findings)
    named = [proposal.language.text(RULES[rule].title) for rule in list(rules)[:_MOST_RULES]]
    return "; ".join((*named, *more(proposal.language, max(0, len(rules) - _MOST_RULES))))


def legend(language: Language) -> str:
    """Explain the signs and the scale in a line."""
    return language.text(
        "▲ better, ▼ worse, ● neither for %(customers)s; ★ moment of truth; + new, − removed; "
        "satisfaction from 1 to 5, the best. What breaks needs an answer, a warning a look."
    )


def all_changes(proposal: ChangeReport) -> str:
    """Say how many changes there are in all."""
    number = len(proposal.tree.changes)
    return proposal.language.plural(
        "All of it: %(num)s change, with its lines", "All of it: %(num)s changes, with their lines", number
    )


def told_change(language: Language, change: Change) -> str:
    """Tell a change with the place within its thing before it; long values are cut."""
    return placed_sentence(language, cut_change(change))


def cut_change(change: Change) -> Change:
    """Cut the long values and titles of a change."""
    values = tuple((name, short(value)) for name, value in change.values)
    return replace(change, values=values, where=tuple(map(short, change.where)))


def head_facts(style: Style, proposal: ChangeReport) -> Iterator[str]:
    """Yield what is said of the whole proposal in one line."""
    text = proposal.language.text
    if proposal.preview:
        yield style.link(style.plain(text("Preview")), proposal.preview)
    people = asked(style, proposal)
    if people:
        yield people
