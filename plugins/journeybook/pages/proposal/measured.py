"""Say what was measured, of which time, and whether it got better or worse since."""

from journeybook.diff import Change, Kind
from journeybook.language import Language
from journeybook.pages.proposal.told import Effect
from journeybook.pages.wording.sentences import sentence, values_of


def is_measured(change: Change) -> bool:
    """Whether a change is one of measured values."""
    return change.kind.startswith("values-")


def effect_of_measured(change: Change) -> Effect | None:
    """Say whether a measured value got better or worse; nothing where that is not known."""
    trend = dict(change.values).get("trend") if is_measured(change) else None
    return Effect(trend) if trend else None


def told_measured(language: Language, change: Change, owner: str = "") -> str:
    """Say the latest of the values that are new or corrected; `owner` is the journey they are of."""
    values = values_of(language, change)
    values["title"] = f"{values['title']} ({owner})" if owner else values["title"]
    match change.kind:
        case Kind.VALUES_CHANGED:
            said = language.text("%(title)s of %(date)s corrected from %(old)s to %(new)s", **values)
        case Kind.VALUES_ADDED if values.get("former"):
            said = language.text("%(title)s of %(date)s is %(new)s, before it was %(former)s", **values)
        case Kind.VALUES_ADDED:
            said = language.text("%(title)s of %(date)s is %(new)s", **values)
        case _:
            return sentence(language, change).removesuffix(".")
    left = change.amount - 1
    more = language.plural(", and %(num)s earlier value", ", and %(num)s earlier values", left)
    return said + more if left else said
