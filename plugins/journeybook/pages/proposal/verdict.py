"""Say in a sentence what a proposal means for customers."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from journeybook.catalogue import Persona
from journeybook.diff import Change, ChangedThing, ChangeTree, Kind, ToldChange
from journeybook.findings import listed
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.proposal.edits import contrasted, rated, short_text
from journeybook.pages.proposal.effects import PATH, WHOLE, effect_of, rating_change
from journeybook.pages.proposal.measured import is_measured, told_measured
from journeybook.pages.proposal.rest import what_else
from journeybook.pages.proposal.rows import TouchedPlace, is_moment, kind_word, places_of, step_in
from journeybook.pages.proposal.told import Effect
from journeybook.pages.wording.sentences import sentence

_MOST_NAMED = 2
_LONGEST_TITLE = 60
_NOTHING = "●"
_THESE, _THOSE = N_("some"), N_("others")
"""Those for whom it gets better and worse, where they have no names."""
_MOVED = {Kind.SATISFACTION_FELL, Kind.SATISFACTION_ROSE}


def effect_on_customers(tree: ChangeTree) -> Effect:
    """Say whether it gets better or worse for customers anywhere."""
    whole = (places_of(thing, ()) for thing in tree.things if thing.pair is None)
    places = (*_places(tree), *chain.from_iterable(whole))
    effects = {effect_of(told.change for told in place.changes) for place in places} - {Effect.NONE}
    if len(effects) == 1:
        return effects.pop()
    return Effect.MIXED if effects else Effect.NONE


def verdict_of(language: Language, tree: ChangeTree) -> str:
    """Say what a proposal means for customers, with the sign of its effect."""
    said = [
        *_on_customers(language, tree),
        *_whole_things(language, tree),
        *_at_touchpoints(language, tree),
        *_mapped(language, tree),
        *_on_path(language, tree),
        *_renamed(language, tree),
        *_measured(language, tree),
    ]
    text = _sentence(said if any(said) else [what_else(language, tree)])
    return f"{effect_on_customers(tree).sign or _NOTHING} {text}"


def told_in_verdict(tree: ChangeTree) -> set[ToldChange]:
    """The changes of which the sentence tells all that there is to tell."""
    if len(tree.changes) == 1:
        return set(tree.changes)
    whole = [told for told in tree.changes if told.change.kind in WHOLE]
    values = [told for told in tree.changes if is_measured(told.change)]
    few = [told for some in (whole, values) if len(some) <= _MOST_NAMED for told in some]
    return {*few, *(told for told in tree.changes if _is_retired(told.change) or rating_change(told.change))}


def _is_retired(change: Change) -> bool:
    return change.kind is Kind.LIFECYCLE_CHANGED and change.new == "retired"


def _sentence(parts: Iterable[str]) -> str:
    text = "; ".join(filter(None, parts))
    return f"{text[:1].upper()}{text[1:]}."


def _places(tree: ChangeTree) -> Iterator[TouchedPlace]:
    for thing in tree.things:
        if thing.subject.kind is ThingKind.JOURNEY and thing.pair and thing.pair.before and thing.pair.after:
            yield from places_of(thing, ())


def _on_customers(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield at how many steps it gets worse, better or both, and for whom."""
    for effect in (Effect.WORSE, Effect.MIXED, Effect.BETTER):
        places = [place for place in _places(tree) if _felt(place) is effect]
        if places:
            yield _how(language, effect, places) + _which(language, places)


def _felt(place: TouchedPlace) -> Effect:
    """Say what a place means for customers there, whatever is measured."""
    return effect_of(told.change for told in place.changes if not is_measured(told.change))


def _how(language: Language, effect: Effect, places: Sequence[TouchedPlace]) -> str:
    number, who = len(places), _who(language, places, _MOVED)
    match effect:
        case Effect.WORSE:
            return language.plural(
                "it gets worse for %(who)s at %(num)s step",
                "it gets worse for %(who)s at %(num)s steps",
                number,
                who=who,
            )
        case Effect.BETTER:
            return language.plural(
                "it gets better for %(who)s at %(num)s step",
                "it gets better for %(who)s at %(num)s steps",
                number,
                who=who,
            )
    return language.plural(
        "it gets better for %(these)s and worse for %(those)s at %(num)s step",
        "it gets better for %(these)s and worse for %(those)s at %(num)s steps",
        number,
        these=_who(language, places, {Kind.SATISFACTION_ROSE}, _THESE),
        those=_who(language, places, {Kind.SATISFACTION_FELL}, _THOSE),
    )


def _which(language: Language, places: Sequence[TouchedPlace]) -> str:
    """Say which step it is, where it is one, and how many of them are moments of truth."""
    number = sum(is_moment(told.change for told in place.changes) for place in places)
    if len(places) > 1:
        return _moments(language, number) if number else ""
    title = places[0].changes[0].change.where[places[0].depth - 1 : places[0].depth]
    named = f" ({_quoted(language, title[0])})" if title else ""
    return named + (language.text(", a moment of truth") if number else "")


def _moments(language: Language, number: int) -> str:
    return language.plural(", one of them a moment of truth", ", %(num)s of them moments of truth", number)


def _who(
    language: Language, places: Sequence[TouchedPlace], kinds: Collection[Kind], unnamed: str = ""
) -> str:
    """The personas for whom it changes so, or customers where these are many."""
    names = dict.fromkeys(
        dict(told.change.values)["persona"]
        for place in places
        for told in place.changes
        if told.change.kind in kinds
    )
    if not names and not unnamed:
        names = dict.fromkeys(persona.title for place in places for persona in _personas(place))
    if not names or "all" in names or len(names) > _MOST_NAMED:
        return language.text(unnamed) if unnamed else customers(language)
    return listed([short_text(name, 40) for name in names], language.text("and"))


def customers(language: Language) -> str:
    """The handbook's word for those for whom the organisation is there."""
    return language.customers or language.text("customers")


def _personas(place: TouchedPlace) -> tuple[Persona, ...]:
    after = place.thing.pair.after if place.thing.pair else None
    if after is None:
        return ()
    step = step_in(after, place.step)
    return step.personas if step else after.personas


def _whole_things(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield which journeys, personas, touchpoints and words are new or removed."""
    for ending in ("-added", "-removed"):
        found = [
            (thing, told.change)
            for thing in tree.things
            for told in thing.changes
            if told.change.kind in WHOLE and told.change.kind.endswith(ending)
        ]
        if found:
            said = [_named(language, thing, change) for thing, change in found[:_MOST_NAMED]]
            left = len(found) - len(said)
            said += [language.plural("%(num)s more", "%(num)s more", left)] if left else []
            what = listed(said, language.text("and"))
            yield (
                language.text("new: %(what)s", what=what)
                if ending == "-added"
                else language.text("removed: %(what)s", what=what)
            )


def _mapped(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield which journeys were only planned and are not any more, or the other way round."""
    for thing in tree.things:
        for told in thing.changes:
            if told.change.kind in {Kind.JOURNEY_MAPPED, Kind.JOURNEY_UNMAPPED}:
                yield sentence(language, told.change).removesuffix(".")


def _named(language: Language, thing: ChangedThing, change: Change, title: str = "") -> str:
    title = _quoted(language, title or change.new or change.old)
    used = len(change.uses)
    places = language.plural("used in %(num)s place", "used in %(num)s places", used) if used else ""
    named = f"{kind_word(language, thing.subject.kind)} {title}"
    return f"{named} ({places})" if places else named


def _quoted(language: Language, title: str) -> str:
    return language.text("“%(title)s”", title=short_text(title, _LONGEST_TITLE))


def _on_path(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield how the way of customers changes."""
    kinds = Counter(told.change.kind for told in tree.changes)
    plural = language.plural
    new, gone = kinds[Kind.STEP_ADDED], kinds[Kind.STEP_REMOVED]
    stages, lost = kinds[Kind.STAGE_ADDED], kinds[Kind.STAGE_REMOVED]
    other = sum(number for kind, number in kinds.items() if kind in PATH) - new - gone - stages - lost
    parts = [
        plural("%(num)s step is new", "%(num)s steps are new", new) + _titles(language, tree, Kind.STEP_ADDED)
        if new
        else "",
        plural("%(num)s step is gone", "%(num)s steps are gone", gone)
        + _titles(language, tree, Kind.STEP_REMOVED)
        if gone
        else "",
        plural("%(num)s stage is new", "%(num)s stages are new", stages)
        + _titles(language, tree, Kind.STAGE_ADDED)
        if stages
        else "",
        plural("%(num)s stage is gone", "%(num)s stages are gone", lost)
        + _titles(language, tree, Kind.STAGE_REMOVED)
        if lost
        else "",
        plural("%(num)s place of the way changes", "%(num)s places of the way change", other)
        if other
        else "",
    ]
    yield ", ".join(filter(None, parts))


def _titles(language: Language, tree: ChangeTree, kind: Kind) -> str:
    """Name what came or went, where it is no more than two."""
    changes = [told.change for told in tree.changes if told.change.kind is kind]
    titles = (_quoted(language, change.new or change.old) for change in changes)
    return f" ({', '.join(titles)})" if len(changes) <= _MOST_NAMED else ""


def _at_touchpoints(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield which touchpoints are retired, and which meet expectations better or worse."""
    for thing in tree.things:
        for told in thing.changes:
            change, named = told.change, _named(language, thing, told.change, thing.title)
            if _is_retired(change):
                yield language.text("retired: %(what)s", what=named)
            if rating_change(change):
                yield f"{rated(language, change)}: {named} {change.old} → {change.new}"


def _measured(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield the measured values that are new or corrected, where they are few."""
    changes = [
        (thing, told.change) for thing in tree.things for told in thing.changes if is_measured(told.change)
    ]
    if len(changes) <= _MOST_NAMED:
        for thing, change in changes:
            owner = short_text(thing.title, _LONGEST_TITLE) if thing.subject.journey else ""
            yield told_measured(language, change, owner)


def _renamed(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield which steps are called otherwise, where they are few and not told of above."""
    found = [told.change for told in tree.changes if told.change.kind is Kind.STEP_REWORDED]
    for change in found if len(found) <= _MOST_NAMED else ():
        old, new = contrasted(change.old, change.new, _LONGEST_TITLE)
        yield language.text("reworded: “%(old)s” → “%(new)s”", old=old, new=new)
