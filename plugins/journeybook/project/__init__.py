"""Read and check a handbook, and tell what is wrong since an earlier state of it.

`read` is the one composition behind the site, `check` and all other commands; `findings_since` checks an
earlier state in the same way, by git's plumbing, and parts the findings into new, old and fixed ones.
"""

from journeybook.project.reading import Project, inspect, read, settings_of
from journeybook.project.since import findings_between, findings_since

__all__ = ["Project", "findings_between", "findings_since", "inspect", "read", "settings_of"]
