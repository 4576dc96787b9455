"""Build a site beside the one that is published, and let it take that one's place when it is whole."""

from journeybook.plugin.output.build import SiteBuild, writes_beside
from journeybook.plugin.output.log import guard_log
from journeybook.plugin.output.sources import refuse_sources

__all__ = ["SiteBuild", "guard_log", "refuse_sources", "writes_beside"]
