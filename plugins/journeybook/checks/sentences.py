"""Say a finding in the reader's language."""

from journeybook.findings import Finding
from journeybook.language import Language
from journeybook.rules import RULES


def problem_sentence(language: Language, finding: Finding) -> str:
    """Say a finding in one sentence, and in another one how to get rid of it, where its rule knows."""
    if finding.others:
        # it stands for itself and others, as `findings.cut` leaves it
        return language.text(
            "%(num)s more of this kind from here on, which are not shown.",
            num=language.number(finding.others + 1),
        )
    rule = RULES[finding.rule]
    values = {name: language.written(value) for name, value in finding.values}
    sentence = language.text(rule.message).format_map(values) if rule.message else finding.message
    if rule.hint and values.keys() >= set(rule.hinted):
        sentence = f"{sentence} {language.text(rule.hint).format_map(values)}"
    return sentence
