"""The words that readers see for the content model's fixed words and fields."""

from collections.abc import Callable

from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.messages import N_
from journeybook.model.lanes import LANES, Lane

LABELS: dict[str, dict[str, str]] = {
    "stage": {
        "awareness": N_("Awareness"),
        "consideration": N_("Consideration"),
        "purchase": N_("Purchase"),
        "delivery": N_("Delivery"),
        "support": N_("Support"),
        "loyalty": N_("Loyalty"),
    },
    "group": {
        "website": N_("Website"),
        "social-media": N_("Social media"),
        "email": N_("E-mail"),
        "advertising": N_("Advertising"),
        "sales": N_("Sales"),
        "support": N_("Support"),
        "product": N_("Product"),
        "community": N_("Community"),
    },
    "state": {"current": N_("Current state"), "future": N_("Future state")},
    "status": {
        "planned": N_("Planned"),
        "draft": N_("Draft"),
        "review": N_("In review"),
        "published": N_("Published"),
    },
    "lifecycle": {"planned": N_("planned"), "live": N_("live"), "retired": N_("retired")},
    "persona": {
        "primary": N_("Primary"),
        "secondary": N_("Secondary"),
        "negative": N_("Not our target"),
        "staff": N_("Staff"),
    },
    "skill": {
        "1": N_("hardly any"),
        "2": N_("a little"),
        "3": N_("everyday use"),
        "4": N_("confident"),
        "5": N_("expert"),
    },
    "importance": {
        "1": N_("hardly matters"),
        "2": N_("matters little"),
        "3": N_("matters"),
        "4": N_("important"),
        "5": N_("very important"),
    },
    "setting": {"online": N_("online"), "offline": N_("offline"), "both": N_("online and offline")},
    "opportunity": {
        "idea": N_("Idea"),
        "planned": N_("Planned"),
        "doing": N_("Under way"),
        "done": N_("Done"),
        "rejected": N_("Rejected"),
    },
    "content": {
        "idea": N_("Idea"),
        "planned": N_("Planned"),
        "live": N_("live"),
        "retired": N_("retired"),
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
    "side": {
        "customer": N_("Customer's side"),
        "firm": N_("What we do"),
        "figures": N_("Figures and evidence"),
    },
    "mark": {
        "researched": N_("measured or researched"),
        "anecdotal": N_("single voices or a workshop"),
        "assumed": N_("assumed, or without evidence"),
        "expired": N_("the evidence has expired"),
    },
    "lane": {lane.name: lane.label for lane in LANES},
    "weight": {
        "error": N_("Error"),
        "warning": N_("Warning"),
        "info": N_("Hint"),
    },
    "breaking": {
        "error": N_("Breaking change"),
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
        "markup": N_("Markdown and HTML"),
        "accessibility": N_("Accessibility"),
        "translation": N_("Translation"),
        "size": N_("Length"),
    },
    "thing": {
        "journey": N_("Journey"),
        "persona": N_("Persona"),
        "touchpoint": N_("Touchpoint"),
        "stage": N_("Stage"),
        "channel": N_("Channel"),
        "team": N_("Team"),
        "metric": N_("Metric"),
        "lane": N_("Lane"),
        "goal": N_("Goal"),
        "segment": N_("Segment"),
        "system": N_("System"),
        "principle": N_("Principle"),
        "group": N_("Group of touchpoints"),
        "term": N_("Term"),
        "handbook": N_("Handbook"),
    },
    "unit": {
        "percent": N_("percent"),
        "count": N_("count"),
        "score": N_("score"),
        "currency": N_("currency"),
        "duration": N_("duration"),
    },
    "duration": {
        "seconds": N_("seconds"),
        "minutes": N_("minutes"),
        "hours": N_("hours"),
        "days": N_("days"),
    },
    "direction": {"up": N_("more is better"), "down": N_("less is better")},
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

FIELDS: dict[str, str] = {
    **LABELS["lane"],
    **LABELS["question"],
    "accessibility_needs": N_("Accessibility needs"),
    "age": N_("Age"),
    "aggregate": N_("Aggregation"),
    "aliases": N_("Earlier names"),
    "behaviours": N_("Behaviour"),
    "category": N_("Category"),
    "channel": N_("Channel"),
    "compares_to": N_("Compared with"),
    "contact": N_("Contact"),
    "currency": N_("Currency"),
    "customers": N_("Word for customers"),
    "date": N_("Date"),
    "definition": N_("Definition"),
    "description": N_("Description"),
    "devices": N_("Devices"),
    "digital_skill": N_("Digital skill"),
    "direction": N_("Direction"),
    "due": N_("Due"),
    "duration": N_("Duration"),
    "duration_unit": N_("Unit of time"),
    "effort": N_("Effort"),
    "expectation": N_("What %(customers)s expect"),
    "experiment": N_("Experiment"),
    "expires": N_("Valid until"),
    "facts": N_("Further facts"),
    "feedback_url": N_("Address for feedback"),
    "frustrations": N_("Frustrations"),
    "goal": N_("Goal"),
    "goals": N_("Goals"),
    "hobbies": N_("Hobbies"),
    "hypothesis": N_("Hypothesis"),
    "icon": N_("Icon"),
    "group": N_("Group"),
    "id": N_("Id"),
    "impact": N_("Impact"),
    "importance": N_("Importance"),
    "jobs": N_("Jobs to be done"),
    "journey": N_("In detail"),
    "kind": N_("Kind"),
    "lanes": N_("Own lanes"),
    "lifecycle": N_("Lifecycle"),
    "link": N_("Link"),
    "location": N_("Place of residence"),
    "method": N_("Method"),
    "metric": N_("Metric"),
    "micro_conversion": N_("Micro-conversion"),
    "moment_of_truth": N_("Moment of truth"),
    "n": N_("Number of cases"),
    "next": N_("Next step"),
    "optional": N_("Optional"),
    "outcome": N_("Outcome"),
    "owner": N_("Owner"),
    "parent": N_("Part of"),
    "persona": N_("Persona"),
    "phase": N_("Phase"),
    "personas": N_("Personas"),
    "preferred_channels": N_("Preferred channels"),
    "principles": N_("Principles"),
    "quote": N_("Quote"),
    "rating": N_("Expectations met"),
    "reason": N_("Reason"),
    "result": N_("Result"),
    "review_every": N_("Days between reviews"),
    "reviewed": N_("Last reviewed"),
    "role": N_("Role"),
    "scenario": N_("Scenario"),
    "segment": N_("Segment"),
    "self_service": N_("Self-service"),
    "setting": N_("Online or offline"),
    "severity": N_("Severity"),
    "size": N_("Size"),
    "solves": N_("Solves"),
    "source": N_("Source"),
    "stage": N_("Stage"),
    "stages": N_("Stages"),
    "state": N_("Current or future"),
    "status": N_("Status"),
    "summary": N_("Summary"),
    "tags": N_("Tags"),
    "target": N_("Target"),
    "title": N_("Title"),
    "trigger": N_("Trigger"),
    "type": N_("Kind"),
    "unit": N_("Unit"),
    "url": N_("Address"),
    "value_proposition": N_("Value proposition"),
    "variant": N_("Variant"),
    "variant_of": N_("Variant of"),
    "wait": N_("Waiting time"),
}
"""The readers' words for the keys of a header."""


def labels(language: Language) -> Callable[[str, str], str]:
    """Make the function that templates call for a word's label."""

    def label(kind: str, word: str) -> str:
        return language.text(LABELS[kind][word])

    return label


def default_titles(language: Language) -> dict[ThingKind, dict[str, str]]:
    """The titles of the stages and groups that a handbook does not name itself."""
    return {
        kind: {word: language.text(message) for word, message in LABELS[kind].items()}
        for kind in (ThingKind.STAGE, ThingKind.GROUP)
    }


def lane_labels(language: Language) -> Callable[[Lane], str]:
    """Make the function that templates call for a lane's label; an author's own is never translated."""

    def lane_label(lane: Lane) -> str:
        return lane.label if lane.is_own else language.text(lane.label)

    return lane_label


def choices(language: Language) -> Callable[[str], list[tuple[str, str]]]:
    """Make the function that tells all words of a kind with their labels, for the choices of a filter."""

    def all_of(kind: str) -> list[tuple[str, str]]:
        return [(word, language.text(message)) for word, message in LABELS[kind].items()]

    return all_of
