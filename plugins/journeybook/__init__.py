"""Journeybook: customer journeys as code.

Journey files in Markdown go in; checked findings and the pages of a handbook come out. The core knows nothing
of MkDocs; `journeybook.plugin` hands its results to MkDocs and `journeybook.cli` to a terminal.
"""

from importlib.metadata import version

__version__ = version("journeybook")
