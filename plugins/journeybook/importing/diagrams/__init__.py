"""Read Mermaid diagrams of journeys and timelines, alone or inside Markdown, as drafts of journeys."""

from journeybook.importing.diagrams.reading import read_diagrams

__all__ = ["read_diagrams"]
