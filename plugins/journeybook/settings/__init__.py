"""The settings of a handbook: `journeybook.toml` or `[tool.journeybook]`, read from and for its folder."""

from journeybook.settings.limits import Limits
from journeybook.settings.reading import find_settings, read_settings
from journeybook.settings.settings import PathWeights, Settings, Weights

__all__ = ["Limits", "PathWeights", "Settings", "Weights", "find_settings", "read_settings"]
