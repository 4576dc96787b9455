"""The words that readers see for the content model's fixed words and fields."""

from collections.abc import Callable

from journeybook.language import Language


def N_(message: str) -> str:  # noqa: N802 - gettext's name for a message that is translated later
    """Mark a message for the catalogues."""
    return message


LABELS: dict[str, dict[str, str]] = {
    "stage": {
        "awareness": N_("Awareness"),
        "consideration": N_("Consideration"),
        "purchase": N_("Purchase"),
        "delivery": N_("Delivery"),
        "support": N_("Support"),
        "loyalty": N_("Loyalty"),
    },
    "state": {"current": N_("Today"), "future": N_("Planned for the future")},
    "status": {"draft": N_("Draft"), "review": N_("In review"), "published": N_("Published")},
    "lifecycle": {"planned": N_("planned"), "live": N_("live"), "retired": N_("retired")},
    "persona": {"primary": N_("Primary"), "secondary": N_("Secondary"), "negative": N_("Not our target")},
    "setting": {"online": N_("online"), "offline": N_("offline"), "both": N_("online and offline")},
    "opportunity": {
        "idea": N_("Idea"),
        "planned": N_("Planned"),
        "doing": N_("Under way"),
        "done": N_("Done"),
        "rejected": N_("Rejected"),
    },
    "action": {"open": N_("Open"), "doing": N_("Under way"), "done": N_("Done")},
    "category": {
        "disconnected-channels": N_("Disconnected channels"),
        "long-sales-cycle": N_("Long sales cycle"),
        "poor-onboarding": N_("Poor onboarding"),
        "lack-of-support": N_("Lack of support"),
        "no-follow-up": N_("No follow-up"),
        "other": N_("Other"),
    },
    "method": {
        "interview": N_("Interview"),
        "observation": N_("Observation"),
        "survey": N_("Survey"),
        "focus-group": N_("Focus group"),
        "usability-test": N_("Usability test"),
        "analytics": N_("Analytics"),
        "social-listening": N_("Social listening"),
        "support-tickets": N_("Support tickets"),
        "review": N_("Reviews"),
        "workshop": N_("Workshop"),
        "assumption": N_("Assumption"),
    },
    "lane": {
        "image": N_("Picture"),
        "actions": N_("Does"),
        "moments": N_("Moments of truth"),
        "satisfaction": N_("Satisfaction"),
        "touchpoints": N_("Touchpoints"),
        "thoughts": N_("Thinks"),
        "feelings": N_("Feels"),
        "quotes": N_("Says"),
        "needs": N_("Needs"),
        "motivations": N_("Is driven by"),
        "doubts": N_("Doubts"),
        "expectations": N_("Expects"),
        "pain_points": N_("Pain points"),
        "opportunities": N_("Opportunities"),
        "frontstage": N_("Frontstage"),
        "backstage": N_("Backstage"),
        "systems": N_("Systems"),
        "actors": N_("Who takes part"),
        "metrics": N_("Metrics"),
        "evidence": N_("Evidence"),
    },
    "weight": {
        "error": N_("Error"),
        "warning": N_("Warning"),
        "info": N_("Hint"),
    },
    "family": {
        "schema": N_("Files and fields"),
        "reference": N_("References"),
        "structure": N_("Structure of journeys"),
        "coverage": N_("Gaps and leftovers"),
        "freshness": N_("Up to date"),
        "plan": N_("Plan of action"),
        "satisfaction": N_("Satisfaction"),
        "evidence": N_("Evidence"),
        "wording": N_("Wording"),
        "accessibility": N_("Accessibility"),
        "translation": N_("Translation"),
        "size": N_("Length"),
    },
    "view": {"problems": N_("Problems"), "blueprint": N_("What we do")},
    "question": {
        "why_interested": N_("What made the product interesting?"),
        "how_researched": N_("How and where did you learn about it?"),
        "decision_criteria": N_("By which criteria did you choose?"),
        "alternatives": N_("Which alternatives did you weigh?"),
        "why_us": N_("Why did you choose us?"),
        "wishes": N_("What should we improve?"),
    },
}
"""Messages by kind of word, then by the word as authors write it."""


def labels(language: Language) -> Callable[[str, str], str]:
    """Make the function that templates call for a word's label."""

    def label(kind: str, word: str) -> str:
        return language.text(LABELS[kind][word])

    return label


def stage_titles(language: Language) -> dict[str, str]:
    """What the stages of a handbook that names none are called."""
    return {word: language.text(message) for word, message in LABELS["stage"].items()}


def choices(language: Language) -> Callable[[str], list[tuple[str, str]]]:
    """Make the function that tells all words of a kind with their labels, for the choices of a filter."""

    def all_of(kind: str) -> list[tuple[str, str]]:
        return [(word, language.text(message)) for word, message in LABELS[kind].items()]

    return all_of
