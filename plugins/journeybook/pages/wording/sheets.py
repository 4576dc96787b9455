"""The words of a workbook that people edit: those that readers of the site see."""

from journeybook.language import Language
from journeybook.messages import N_
from journeybook.notation.words import TRUTH, SheetWords
from journeybook.pages.wording.labels import FIELDS, LABELS

_SETS = {
    "Action.status": "action",
    "Channel.setting": "setting",
    "Content.status": "content",
    "Evidence.method": "method",
    "Journey.state": "state",
    "Journey.status": "status",
    "Metric.direction": "direction",
    "Metric.duration_unit": "duration",
    "Metric.unit": "unit",
    "Opportunity.status": "opportunity",
    "OwnLane.side": "side",
    "PainPoint.category": "category",
    "Persona.type": "persona",
    "Touchpoint.lifecycle": "lifecycle",
}
"""The words of fields with fixed values, by class and field."""
_TRUTHS = {"true": N_("yes"), "false": N_("no")}


def sheet_words(language: Language) -> SheetWords:
    """The words for fields and their fixed values in a language."""
    sets = {name: LABELS[kind] for name, kind in _SETS.items()} | {TRUTH: _TRUTHS}
    return SheetWords(
        fields={name: language.text(message) for name, message in FIELDS.items()},
        values={
            name: {value: language.text(message) for value, message in words.items()}
            for name, words in sets.items()
        },
    )
