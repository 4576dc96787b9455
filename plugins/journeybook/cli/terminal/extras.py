"""Say what has to be installed where a command needs more than the package brings."""

from importlib.util import find_spec

from journeybook.cli.terminal.failure import Failure


def need_office(*modules: str) -> None:
    """Refuse to go on without the libraries that read and write files of office programs."""
    if any(find_spec(module) is None for module in modules):
        raise Failure(
            'Files of office programs need more libraries. Install them: pip install "journeybook[office]"'
        )
