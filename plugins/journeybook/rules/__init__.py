"""The registry of rules: every id that a finding may carry, with its severity, texts and examples."""

from itertools import chain

from journeybook.rules.accessibility import ACCESSIBILITY
from journeybook.rules.coverage import COVERAGE
from journeybook.rules.evidence import EVIDENCE
from journeybook.rules.examples import Example, example
from journeybook.rules.freshness import FRESHNESS
from journeybook.rules.markup import MARKUP
from journeybook.rules.plan import PLAN
from journeybook.rules.reference import REFERENCE
from journeybook.rules.rule import Family, Rule
from journeybook.rules.satisfaction import SATISFACTION
from journeybook.rules.schema import SCHEMA
from journeybook.rules.size import SIZE
from journeybook.rules.structure import STRUCTURE
from journeybook.rules.translation import TRANSLATION
from journeybook.rules.wording import WORDING

_FAMILIES = (
    SCHEMA,
    REFERENCE,
    STRUCTURE,
    COVERAGE,
    FRESHNESS,
    PLAN,
    SATISFACTION,
    EVIDENCE,
    WORDING,
    MARKUP,
    ACCESSIBILITY,
    TRANSLATION,
    SIZE,
)

RULES: dict[str, Rule] = {rule.id: rule for rule in chain.from_iterable(_FAMILIES)}
"""Every rule by its id, family by family."""

__all__ = ["RULES", "Example", "Family", "Rule", "example"]
