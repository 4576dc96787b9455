"""Turn a change into what was and what is, short enough to stand beside each other."""

from itertools import takewhile

from journeybook.diff import Change, Kind
from journeybook.language import Language
from journeybook.pages.changes import shortened_change
from journeybook.pages.proposal.effects import OF_SATISFACTION, PAIN, rating_change
from journeybook.pages.proposal.measured import is_measured, told_measured
from journeybook.pages.proposal.told import ToldEdit
from journeybook.pages.wording.sentences import ends, field_title, sentence, way

_LONGEST = 90
"""Letters of a value."""
_AROUND = 3
"""Words that stay beside those that differ."""
_TOLD = (
    "evidence-",
    "narrative-",
    "heading-",
    "header-",
    "file-",
    "stage-moved",
    "step-moved",
    "step-split",
    "step-merged",
    "step-reordered",
    "handbook-stage-moved",
    "moment-added",
    "moment-removed",
    "pain-solved",
    "pain-moved",
    "opportunity-",
    "action-",
)
"""What the kinds of change begin with in which no value takes the place of another."""


def edit_of(language: Language, change: Change, *, depth: int = 0) -> ToldEdit:
    """Tell a change as an edit; of the titles that lead to it, so many are told elsewhere."""
    if change.kind in OF_SATISFACTION:
        return ToldEdit(label=_whose(language, change), old=change.old, new=change.new)
    if is_measured(change):
        return ToldEdit(text=told_measured(language, change))
    if change.kind is Kind.NARRATIVE_CHANGED and dict(change.values).get("former"):
        return _of_text(language, change)
    if change.kind in PAIN and not change.kind.startswith(_TOLD):
        return _of_pain(language, change)
    if not change.field or change.kind.startswith(_TOLD):
        return ToldEdit(
            text=sentence(language, shortened_change(change)), label=_inner(language, change, depth)
        )
    old, new = contrasted(*ends(language, change))
    label = ": ".join(filter(None, (_inner(language, change, depth), _field(language, change))))
    return ToldEdit(label=label, old=old, new=new)


def _field(language: Language, change: Change) -> str:
    """Name what changed, and say that it is new or gone where it has no other end."""
    if rating_change(change):
        return rated(language, change)
    title = field_title(language, change)
    if not change.old:
        return language.text("%(field)s added", field=title)
    return title if change.new else language.text("%(field)s removed", field=title)


def rated(language: Language, change: Change) -> str:
    """Say which way a rating went."""
    if rating_change(change) > 0:
        return language.text("meets expectations better")
    return language.text("meets expectations less")


def _of_text(language: Language, change: Change) -> ToldEdit:
    values = dict(change.values)
    old, new = contrasted(values["former"], values["latter"])
    return ToldEdit(label=language.text("Text"), old=old, new=new)


def _inner(language: Language, change: Change, depth: int) -> str:
    """The titles below a place, such as that of a pain point or an action."""
    return short_text(" › ".join(way(language, change)[depth:]))


def _whose(language: Language, change: Change) -> str:
    name = dict(change.values).get("persona", "")
    return language.text("all personas") if name == "all" else short_text(name)


def _of_pain(language: Language, change: Change) -> ToldEdit:
    values = dict(change.values)
    label, title = language.text("Pain point"), short_text(values.get("title", change.new))
    match change.kind:
        case Kind.PAIN_RAISED:
            return ToldEdit(label=label, new=_with_severity(language, title, values["severity"]))
        case Kind.PAIN_REMOVED:
            return ToldEdit(label=label, old=title)
        case Kind.PAIN_REWORDED:
            old, new = contrasted(change.old, change.new)
            return ToldEdit(label=label, old=old, new=new)
    severity = language.text("severity of “%(title)s”", title=title)
    return ToldEdit(label=severity, old=change.old, new=change.new)


def _with_severity(language: Language, title: str, severity: str) -> str:
    return language.text("%(title)s (severity %(value)s of 5)", title=title, value=severity)


def short_text(text: str, longest: int = _LONGEST) -> str:
    """Put a text on one line, and leave the end of a long one away."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return f"{line[:longest].rpartition(' ')[0] or line[:longest]} …"


def contrasted(old: str, new: str, longest: int = _LONGEST) -> tuple[str, str]:
    """Cut two long texts to where they differ."""
    words = old.split(), new.split()
    if max(map(len, (old, new))) > longest and all(words):
        first = _same(*words)
        last = min(_same(*(part[::-1] for part in words)), min(map(len, words)) - first)
        words = _cut(words[0], first, last), _cut(words[1], first, last)
    return short_text(" ".join(words[0]), longest), short_text(" ".join(words[1]), longest)


def _same(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(words: list[str], first: int, last: int) -> list[str]:
    start, end = max(0, first - _AROUND), len(words) - max(0, last - _AROUND)
    return [*(["…"] if start else []), *words[start:end], *(["…"] if end < len(words) else [])]
