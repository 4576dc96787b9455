"""The classes of the content model in, one JSON Schema for each kind of file out."""

from journeybook.schema.document import KINDS, file_name, schema_of
from journeybook.schema.names import NO_NAMES, Names, names_in

__all__ = ["KINDS", "NO_NAMES", "Names", "file_name", "names_in", "schema_of"]
