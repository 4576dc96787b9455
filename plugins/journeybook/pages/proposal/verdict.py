"""Say in a sentence what a proposal means for customers, and in another one what breaks."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from journeybook.catalogue import Persona
from journeybook.diff import Change, ChangedThing, ChangeTree, Kind
from journeybook.findings import Severity, listed
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.pages.changes import shortened_change
from journeybook.pages.proposal.edits import short_text
from journeybook.pages.proposal.effects import NEW_IDS, PATH, WHOLE, effect_of, is_plan
from journeybook.pages.proposal.rows import TouchedPlace, kind_word, places_of, step_in
from journeybook.pages.proposal.told import Effect
from journeybook.pages.wording.sentences import sentence

_MOST_NAMED = 2
_LONGEST_TITLE = 60
_NOTHING = "●"


def effect_on_customers(tree: ChangeTree) -> Effect:
    """Say whether it gets better or worse for customers anywhere."""
    effects = {effect_of(told.change for told in place.changes) for place in _places(tree)} - {Effect.NONE}
    if len(effects) == 1:
        return effects.pop()
    return Effect.MIXED if effects else Effect.NONE


def verdict_of(language: Language, tree: ChangeTree) -> str:
    """Say what a proposal means for customers, with the sign of its effect."""
    said = [
        *_on_customers(language, tree),
        *_whole_things(language, tree),
        *_mapped(language, tree),
        *_on_path(language, tree),
    ]
    text = _sentence(said if any(said) else [_what_else(language, tree)])
    return f"{effect_on_customers(tree).sign or _NOTHING} {text}"


def _sentence(parts: Iterable[str]) -> str:
    text = "; ".join(filter(None, parts))
    return f"{text[:1].upper()}{text[1:]}."


def breaks_of_proposal(language: Language, tree: ChangeTree) -> str:
    """Say what breaks: the rules of the heaviest weight that speak."""
    places = {
        (told.breaks[0].rule.title, thing.subject, told.change.stage, told.change.step)
        for thing, told in tree.breaking
        if told.breaks[0].severity is Severity.ERROR
    }
    rules = Counter(sorted(title for title, *_ in places))
    if rules:
        named = (f"{language.text(title)}{_times(number)}" for title, number in rules.most_common())
        return language.text("It breaks: %(what)s.", what="; ".join(named))
    if tree.difference.unread:
        return language.text("Not everything could be compared.")
    number = tree.weights[Severity.WARNING]
    if number:
        return language.plural(
            "Nothing breaks; %(num)s warning.", "Nothing breaks; %(num)s warnings.", number
        )
    return language.text("Nothing breaks.")


def _times(number: int) -> str:
    return f" ({number} ×)" if number > 1 else ""


def _places(tree: ChangeTree) -> Iterator[TouchedPlace]:
    for thing in tree.things:
        if thing.subject.kind is ThingKind.JOURNEY and thing.pair and thing.pair.before and thing.pair.after:
            yield from places_of(thing, ())


def _on_customers(language: Language, tree: ChangeTree) -> Iterator[str]:
    """Yield at how many steps it gets worse, better or both, and for whom."""
    for effect in (Effect.WORSE, Effect.MIXED, Effect.BETTER):
        places = [
            place for place in _places(tree) if effect_of(told.change for told in place.changes) is effect
        ]
        if places:
            said = _how(language, effect, len(places), _who(language, places))
            yield said + _which(language, places)


def _how(language: Language, effect: Effect, number: int, who: str) -> str:
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
        "it gets better for some and worse for others at %(num)s step",
        "it gets better for some and worse for others at %(num)s steps",
        number,
    )


def _which(language: Language, places: Sequence[TouchedPlace]) -> str:
    """Say which step it is, where it is one, and how many of them are moments of truth."""
    number = sum(any(told.change.at_moment for told in place.changes) for place in places)
    if len(places) > 1:
        return _moments(language, number) if number else ""
    title = places[0].changes[0].change.where[places[0].depth - 1 : places[0].depth]
    named = f" ({_quoted(language, title[0])})" if title else ""
    return named + (language.text(", a moment of truth") if number else "")


def _moments(language: Language, number: int) -> str:
    return language.plural(", one of them a moment of truth", ", %(num)s of them moments of truth", number)


def _who(language: Language, places: Sequence[TouchedPlace]) -> str:
    """The personas for whom it changes, or customers where these are many."""
    names = dict.fromkeys(
        dict(told.change.values)["persona"]
        for place in places
        for told in place.changes
        if told.change.kind in {Kind.SATISFACTION_FELL, Kind.SATISFACTION_ROSE}
    )
    names = names or dict.fromkeys(persona.title for place in places for persona in _personas(place))
    if not names or "all" in names or len(names) > _MOST_NAMED:
        return customers(language)
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


def _named(language: Language, thing: ChangedThing, change: Change) -> str:
    title = _quoted(language, change.new or change.old)
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
    new = kinds[Kind.STEP_ADDED]
    gone = kinds[Kind.STEP_REMOVED]
    stages, lost = kinds[Kind.STAGE_ADDED], kinds[Kind.STAGE_REMOVED]
    other = sum(number for kind, number in kinds.items() if kind in PATH) - new - gone - stages - lost
    parts = [
        plural("%(num)s step is new", "%(num)s steps are new", new) if new else "",
        plural("%(num)s step is gone", "%(num)s steps are gone", gone) if gone else "",
        plural("%(num)s stage is new", "%(num)s stages are new", stages) if stages else "",
        plural("%(num)s stage is gone", "%(num)s stages are gone", lost) if lost else "",
        plural("%(num)s place of the way changes", "%(num)s places of the way change", other)
        if other
        else "",
    ]
    yield ", ".join(filter(None, parts))


def _what_else(language: Language, tree: ChangeTree) -> str:
    """Say what kinds of change there are where nothing gets better or worse."""
    counts: Counter[str] = Counter()
    for thing in tree.things:
        counts.update(_sort(told.change, thing) for told in thing.changes)
    if not counts:
        return language.text("nothing changes in what is told")
    if counts.total() == 1:
        said = sentence(language, shortened_change(tree.changes[0].change))
        return language.text(
            "nothing gets better or worse for %(customers)s: %(what)s", what=said.removesuffix(".")
        )
    named = (f"{language.text(sort)} ({language.number(number)})" for sort, number in counts.most_common())
    return language.text(
        "nothing gets better or worse for %(customers)s; what changes: %(what)s", what=", ".join(named)
    )


_SORTS = (
    (N_("owners"), ("owner-",)),
    (N_("measured values"), ("values-",)),
    (N_("evidence"), ("evidence-",)),
    (N_("status and dates"), ("status-", "state-", "review", "due-", "journey-")),
    (N_("lifecycle"), ("lifecycle-",)),
    (N_("touchpoints and channels"), ("touchpoint-", "channel-")),
    (N_("personas"), ("persona-",)),
    (N_("metrics"), ("metric-",)),
    (N_("pain points"), ("pain-",)),
    (N_("files"), ("file-",)),
)
"""The sorts of change, with what the kinds of each begin with."""


def _sort(change: Change, thing: ChangedThing) -> str:
    if is_plan(change, thing.pair):
        return N_("plan")
    if change.kind in NEW_IDS:
        return N_("ids")
    return next((sort for sort, starts in _SORTS if change.kind.startswith(starts)), N_("texts"))
