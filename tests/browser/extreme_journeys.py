"""The smallest journey and one of forty steps with long words and three personas, as files of a handbook."""

from itertools import cycle, islice

_CONFIG = """
site_name: Extreme
docs_dir: docs
theme: {name: material, language: de, font: false, palette: {scheme: default}}
plugins: [search, journeybook]
"""
_SHORT = """---
title: Kurz
persona: anna
stages:
  - stage: purchase
    steps: [Ich kaufe]
---
"""
_WORDS = [
    "Versandkostenpauschale",
    "Rückgabebestätigungsschreiben",
    "Kundenbindungsprogramm",
    "ich",
    "warte",
    "vergleiche",
    "Fußbodenheizungsinstallation",
    "und",
    "die",
    "der",
    "Übergabeprotokollvorlage",
    "mit",
]
_STAGES = {"awareness": 3, "consideration": 9, "purchase": 15, "delivery": 1, "support": 7, "loyalty": 5}


def _step(number: int) -> str:
    def words(count: int, first: int) -> str:
        return " ".join(islice(cycle(_WORDS), first, first + count))

    scores = [1 + (number * factor + number // 4) % 5 for factor in (1, 3, 1)]
    lines = [
        f"      - title: Ich {words(2 + number % 4, number)} {number}",
        f"        id: schritt-{number}",
        f"        actions: [{words(3, number + 2)}, {words(4, number + 5)}]",
        f"        thoughts: {words(5, number + 1)}",
        f"        frontstage: {words(3, number + 7)}",
        f"        backstage: {words(4, number + 9)}",
    ]
    if number % 7:
        anna, deniz, helga = scores
        lines.append(f"        satisfaction: {{anna: {anna}, deniz: {deniz}, helga: {helga}}}")
    if number % 5 == 0:
        lines.append("        moment_of_truth: true")
    if number % 4 == 0:
        lines.append(f"        pain_points: [{words(4, number + 3)}]")
    return "\n".join(lines)


def _long() -> str:
    parts = ["---\ntitle: Die vierzigschrittige Rückgabe\npersonas: [anna, deniz, helga]\nstages:"]
    number = 0
    for stage, count in _STAGES.items():
        parts.append(f"  - stage: {stage}\n    steps:")
        parts.extend(_step(number + at) for at in range(1, count + 1))
        number += count
    return "\n".join([*parts, "---\n"])


EXTREMES = {
    "mkdocs.yml": _CONFIG,
    "docs/willkommen.md": "# Willkommen\n",
    "journeys/kurz.md": _SHORT,
    "journeys/lang.md": _long(),
    **{
        f"journeys/personas/{name.lower()}.md": f"---\ntitle: {name}\n---\n"
        for name in ("Anna", "Deniz", "Helga")
    },
}
