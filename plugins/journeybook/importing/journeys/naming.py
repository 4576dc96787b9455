"""Say what a journey is called and whose it is, by what stands around its table, the sheet and the file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from journeybook.importing.brought_in import Telling
from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.around import (
    Fact,
    Surroundings,
    by_field,
    is_generic,
    state_in,
    title_among,
    without_genre,
)
from journeybook.importing.journeys.cells import entries_of, names_of_cell
from journeybook.importing.journeys.listed import Listed
from journeybook.importing.journeys.parts import DraftJourney, SaidValue
from journeybook.importing.journeys.sources import source_of
from journeybook.importing.words.labels import without_numbering
from journeybook.importing.words.mapping import NameMapping
from journeybook.kinds import ThingKind
from journeybook.messages import N_
from journeybook.workbooks import Sheet

_SUMMARY_LENGTH = 40
_COUNTING = re.compile(r"[vV]?\d+(?:\.\d+)*|final|copy|kopie|neu", re.IGNORECASE)
_AND = re.compile(r"\s+(?:und|and)\s+")
_AGED = re.compile(r"(?P<name>[^()\d]+?)\s*\((?P<more>[^()]*\d[^()]*)\)")
"""One person with an age, and perhaps more, in brackets."""


@dataclass(kw_only=True)
class SheetJourney:
    """A journey of a sheet, with what stands around its table."""

    sheet: Sheet
    journey: DraftJourney
    around: Surroundings
    account: Account
    first_line: int
    """The first row of its table."""
    last_line: int
    """The last one; what stands below it is no title."""


@dataclass(kw_only=True)
class NameGiving:
    """The means to name journeys that nothing else names."""

    path: str
    mapping: NameMapping
    listed: Listed
    has_sheets: bool
    """Whether journeys stand on several sheets."""
    is_by_persona: bool = False
    """Whether each sheet is named after a persona."""

    @property
    def stem(self) -> str:
        """The name of the file in words: without its ending, numbers and versions."""
        stem = PurePath(self.path).stem
        words = (_without_counting(word) for word in re.split(r"[\s_]+", stem))
        name = " ".join(filter(None, words)) or stem
        return name[:1].upper() + name[1:]


def _without_counting(word: str) -> str:
    """A word of a file's name without numbers and versions: `08-gym`."""
    return "-".join(part for part in word.split("-") if part and not _COUNTING.fullmatch(part))


def give_names(found: Sequence[SheetJourney], naming: NameGiving) -> None:
    """Name journeys and their personas, and add what is said of them as a whole."""
    naming.is_by_persona = _is_by_persona(found)
    for each in found:
        facts = by_field(each.around.facts)
        _name(each, facts.get("title", []), naming)
        _add_facts(each, naming)
        _add_personas(each, facts.get("persona", []), naming)
    _tell_apart(found)


def _tell_apart(found: Sequence[SheetJourney]) -> None:
    """Name journeys of one name by their personas as well."""
    names = Counter(each.journey.name.casefold() for each in found)
    for each in found:
        personas = each.journey.values("personas")
        if names[each.journey.name.casefold()] > 1 and personas:
            each.journey.name = f"{each.journey.name} – {personas[0].value}"


def _is_by_persona(found: Sequence[SheetJourney]) -> bool:
    """Whether several sheets tell of the same stages, each with a name that is no title, and no persona."""
    if len({each.sheet.name for each in found}) < 2 or len({each.sheet.name for each in found}) < len(found):  # noqa: PLR2004 - several
        return False
    stages = {tuple(stage.name.casefold() for stage in each.journey.stages) for each in found}
    titles = {(title := _title_said(each)) and title.text for each in found}
    has_personas = any(fact.field == "persona" for each in found for fact in each.around.facts)
    has_personas = has_personas or any(each.journey.values("personas") for each in found)
    return len(stages) == 1 and len(titles) == 1 and not has_personas and not any(map(_is_numbered, found))


def _is_numbered(found: SheetJourney) -> bool:
    return is_generic(found.sheet.name)


def _title_said(found: SheetJourney) -> Fact | None:
    return next((fact for fact in found.around.facts if fact.field == "title"), None)


def _name(found: SheetJourney, facts: Sequence[Fact], naming: NameGiving) -> None:
    journey, account = found.journey, found.account
    title = title_among(found.around, found.last_line)
    if naming.mapping.title:
        journey.name = naming.mapping.title
    elif journey.name:
        return
    elif facts:
        journey.name, journey.address = _one_line(facts[0].text), facts[0].spot.address
        _take(account, facts[0], N_("Read as the title of the journey."))
    elif title:
        journey.name, journey.address = without_genre(without_numbering(title.text)), title.address
        account.take(title, N_("Read as the title of the journey."))
    else:
        journey.name = _name_of_sheet(found.sheet, naming)
        message = N_("Nothing names the journey, so that it is called “%(name)s”.")
        account.say(Telling.GUESSED, found.sheet.name, message, name=journey.name)
    if naming.is_by_persona:
        journey.name = f"{journey.name} – {found.sheet.name}"


def _name_of_sheet(sheet: Sheet, naming: NameGiving) -> str:
    if naming.is_by_persona:
        return naming.stem
    if sheet.name and not is_generic(sheet.name):
        return without_genre(sheet.name)
    return f"{naming.stem} – {sheet.name}" if naming.has_sheets and sheet.name else naming.stem


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _take(account: Account, fact: Fact, message: str, **values: str) -> None:
    for spot in {spot.key: spot for spot in (fact.names, fact.spot) if spot}.values():
        account.take(spot, message, **values)


def _add_facts(found: SheetJourney, naming: NameGiving) -> None:
    """Add what stands around the table: scenario, goal, trigger and so on."""
    for fact in found.around.facts:
        adder = _ADDERS.get(fact.field, _add_text)
        if fact.field not in {"title", "persona"}:
            adder(found, fact, naming)
    _add_summary(found)
    _add_state_alone(found)


def _add_text(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    known = found.journey.values(fact.field)
    text = "\n".join(fact.text.split("\n")) if known else _paragraph(fact.text)
    if known and known[0].value != text:
        found.account.leave(fact.spot, N_("The journey has a %(field)s already."), field=fact.field)
        return
    found.journey.add(fact.field, text, fact.spot.address)
    _take(found.account, fact, N_("Read as the %(field)s of the journey."), field=fact.field)


def _paragraph(text: str) -> str:
    return "; ".join(entries_of(text))


def _add_owner(found: SheetJourney, fact: Fact, naming: NameGiving) -> None:
    names = names_of_cell(fact.text)
    found.journey.add("owner", names[0], fact.spot.address)
    naming.listed.add(ThingKind.TEAM, names[0], fact.spot.address)
    _take(found.account, fact, N_("Read as the %(field)s of the journey."), field="owner")
    if names[1:]:
        message = N_("A journey has one owner; %(names)s are left over.")
        found.account.leave(fact.spot, message, names=", ".join(names[1:]))


def _add_state(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    state = state_in(fact.text)
    if state:
        found.journey.add("state", state, fact.spot.address)
        _take(found.account, fact, N_("Read as the %(field)s of the journey."), field="state")
    else:
        message = N_("“%(text)s” is neither the current nor a future state.")
        found.account.leave(fact.spot, message, text=in_short(fact.text))


def _add_evidence(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    for entry in entries_of(fact.text):
        found.journey.add("evidence", source_of(entry), fact.spot.address)
    _take(found.account, fact, N_("Read as the %(field)s of the journey."), field="evidence")


def _add_tags(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    found.journey.said["tags"] = [SaidValue(names_of_cell(fact.text), fact.spot.address)]
    _take(found.account, fact, N_("Read as the %(field)s of the journey."), field="tags")


def _add_day(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    if fact.spot.cell.day:
        found.journey.add("reviewed", fact.spot.cell.day.isoformat(), fact.spot.address)
        _take(found.account, fact, N_("Read as the %(field)s of the journey."), field="reviewed")
    else:
        found.account.leave(fact.spot, N_("“%(text)s” is no day."), text=in_short(fact.text))


def _add_expectations(found: SheetJourney, fact: Fact, _: NameGiving) -> None:
    """Add what customers expect of the journey to its first stage, as a journey has no place for it."""
    stage = found.journey.stages[0]
    for entry in entries_of(fact.text):
        stage.add("expectations", entry, fact.spot.address)
    message = N_("What is expected of the journey stands at its first stage, “%(of)s”.")
    for spot in {spot.key: spot for spot in (fact.names, fact.spot) if spot}.values():
        found.account.guess(spot, message, of=stage.name)


_ADDERS = {
    "owner": _add_owner,
    "state": _add_state,
    "evidence": _add_evidence,
    "tags": _add_tags,
    "reviewed": _add_day,
    "expectations": _add_expectations,
}


def _add_summary(found: SheetJourney) -> None:
    """Take a sentence above the table for the summary, if nothing else is."""
    title = title_among(found.around, found.last_line)
    for spot in found.around.titles:
        is_sentence = len(spot.text) >= _SUMMARY_LENGTH and spot is not title and spot.line < found.first_line
        if is_sentence and not found.journey.values("summary") and not found.account.is_told(spot):
            found.journey.add("summary", _paragraph(spot.text), spot.address)
            found.account.guess(spot, N_("Taken as the summary of the journey."))


def _add_state_alone(found: SheetJourney) -> None:
    """Take a text such as `As is` above the table for the state of the journey."""
    for spot in found.around.titles:
        if (state := state_in(spot.text)) and found.journey.add("state", state, spot.address):
            found.account.take(spot, N_("Read as the %(field)s of the journey."), field="state")


def _add_personas(found: SheetJourney, facts: Sequence[Fact], naming: NameGiving) -> None:
    journey, account = found.journey, found.account
    if naming.mapping.persona:
        journey.said["personas"] = [SaidValue(name, "") for name in naming.mapping.persona]
        return
    for fact in facts:
        names, more = _persons(fact.text)
        for name in names:
            journey.add("personas", name, fact.spot.address)
        _take(account, fact, N_("Names the persona of the journey."))
        if more:
            account.leave(fact.spot, N_("“%(text)s” tells more of the persona."), text=in_short(more))
    if journey.values("personas"):
        return
    if naming.is_by_persona:
        journey.add("personas", found.sheet.name, "")
        message = N_("The sheet is taken for that of the persona “%(name)s”.")
        account.say(Telling.GUESSED, found.sheet.name, message, name=found.sheet.name)
    else:
        name = f"({naming.stem})"
        journey.add("personas", name, "")
        message = N_("No persona is named, so that the draft of one is called “%(name)s”.")
        account.say(Telling.GUESSED, found.sheet.name, message, name=name)


def _persons(text: str) -> tuple[list[str], str]:
    """The names of personas, and what else is said of them: `Anna, 34` and `Anna (34, Ärztin)` are one."""
    lines = [line for line in text.split("\n") if line.strip()]
    aged = _AGED.fullmatch(lines[0].strip()) if lines else None
    if aged:
        return [aged["name"]], "\n".join((aged["more"], *lines[1:]))
    names = [name for part in _AND.split(lines[0]) for name in names_of_cell(part)] if lines else []
    rest = [] if len(lines) == 1 else lines[1:]
    are_names = all(name[:1].isupper() and not any(letter.isdigit() for letter in name) for name in names[1:])
    if not are_names:
        rest = [", ".join(names[1:]), *rest]
        names = names[:1]
    return names, "\n".join(rest)
