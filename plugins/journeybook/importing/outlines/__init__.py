"""Read journeys that are kept as data: JSON, YAML and CJML become tables, read as those of sheets are."""

from journeybook.importing.outlines.cjml import read_cjml
from journeybook.importing.outlines.reading import read_outline

__all__ = ["read_cjml", "read_outline"]
