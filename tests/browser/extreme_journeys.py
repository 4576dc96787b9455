"""The smallest journey, one of forty long steps, one of sixty, and diagrams written by hand: files of a handbook."""

from collections.abc import Callable, Mapping
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
_MANY_STAGES = dict.fromkeys(["awareness", "consideration", "purchase", "delivery", "support", "loyalty"], 10)
_CHANNELS = ("web", "store", "phone", "mail", "app", "chat")
_HANDBOOK = "channels:\n" + "".join(
    f"  - {{id: {name}, title: {name.title()}, setting: online}}\n" for name in _CHANNELS
)
# One of each kind that the loader knows, two that it does not, and one that nobody can draw.
DIAGRAMS = {
    "across": "flowchart LR\n  a[Beratung] --> b[Kauf]\n  b -->|passt| c[Alltag]\n  b -->|drückt| d[Rückgabe] --> a",
    "down": "graph TD\n  a --> b{Passt es?}\n  b -->|ja| c\n  b -->|nein| d\n  c & d --> e",
    "in frames": "flowchart LR\n  subgraph A\n    a --> b\n  end\n  subgraph B\n    c --> d\n  end\n  b --> c\n  a --> d",
    "journey": "journey\n  title Einkauf\n  section Suchen\n    Liest: 3: Anna\n    Fragt: 1: Anna, Ben",
    "sequence": "sequenceDiagram\n  Anna->>Ben: Hallo\n  Ben-->>Anna: Ja\n  Note over Anna: froh",
    "quadrant": 'quadrantChart\n  title Q\n  x-axis "a" --> "b"\n  "P": [0.3, 0.6]',
    "xychart": 'xychart-beta\n  x-axis ["a", "b"]\n  line [3, 5]',
    "timeline": "timeline\n  title Jahre\n  section S\n    2024 : Idee\n    2025 : Versuch : Ergebnis",
    "pie": 'pie title Wege\n  "Laden": 3\n  "Netz": 4',
    "gantt": "gantt\n  dateFormat YYYY-MM-DD\n  Eins: 2026-01-01, 30d\n  Zwei: 2026-02-01, 20d",
    "states": "stateDiagram-v2\n  [*] --> offen\n  offen --> zu : kauft\n  zu --> [*]",
    "entities": "erDiagram\n  KUNDE ||--o{ BESTELLUNG : gibt",
    "classes": "classDiagram\n  Tier <|-- Hund\n  class Tier {\n    +alter\n  }",
    "broken": "flowchart LR\n  a --> --> [",
}


def _by_hand() -> str:
    parts = [f"## {name}\n\n```mermaid\n{source}\n```\n\nDanach." for name, source in DIAGRAMS.items()]
    return "\n\n".join(["# Diagramme", *parts, ""])


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


def _journey(title: str, personas: str, stages: Mapping[str, int], step: Callable[[int], str]) -> str:
    parts = [f"---\ntitle: {title}\npersonas: [{personas}]\nstages:"]
    number = 0
    for stage, count in stages.items():
        parts.append(f"  - stage: {stage}\n    steps:")
        parts.extend(step(number + at) for at in range(1, count + 1))
        number += count
    return "\n".join([*parts, "---\n"])


def _ordinary_step(number: int) -> str:
    lines = [
        f"      - title: Ich warte auf meine Bestellung {number}",
        f"        satisfaction: {1 + number * 3 % 5}",
        f"        channel: {_CHANNELS[number // 2 % len(_CHANNELS)]}",
        f"        thoughts: Ob das Paket morgen noch vor dem Wochenende ankommt, Tag {number}?",
        "        pain_points:",
        f"          - {{title: Niemand sagt am Tag {number} wann es kommt, severity: {1 + number % 5}}}",
        f"        opportunities: [Eine Nachricht am Tag {number}]",
    ]
    if number % 20 == 0:
        lines.append("        moment_of_truth: true")
    return "\n".join(lines)


EXTREMES = {
    "mkdocs.yml": _CONFIG,
    "docs/willkommen.md": "# Willkommen\n",
    "docs/diagramme.md": _by_hand(),
    "journeys/handbook.yml": _HANDBOOK,
    "journeys/kurz.md": _SHORT,
    "journeys/lang.md": _journey("Die vierzigschrittige Rückgabe", "anna, deniz, helga", _STAGES, _step),
    "journeys/sechzig.md": _journey("Die sechzigschrittige Lieferung", "anna", _MANY_STAGES, _ordinary_step),
    **{
        f"journeys/personas/{name.lower()}.md": f"---\ntitle: {name}\n---\n"
        for name in ("Anna", "Deniz", "Helga")
    },
}
