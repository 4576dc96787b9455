"""Say whether a handbook has pages for new colleagues, and where each lies."""

from journeybook.catalogue import of_customers, of_today
from journeybook.pages.frame.addresses import START
from journeybook.pages.frame.context import Site


def introduces(site: Site) -> bool:
    """Whether customers walk a journey today: there is nothing to be introduced to before."""
    return bool(of_today(of_customers(site.catalogue.visits)))


def start_address(team: str) -> str:
    """Return the address of the page for new colleagues of a team, by its id."""
    return f"{START}{team}/"
