"""The MkDocs plugin: hand the core's results to MkDocs, Material or the built-in theme."""

from journeybook.plugin.plugin import JourneybookPlugin

__all__ = ["JourneybookPlugin"]
