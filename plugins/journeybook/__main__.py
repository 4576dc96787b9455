"""`python -m journeybook`: the command line."""

from journeybook.cli import main

main(prog_name="journeybook")
