"""Write one JSON Schema for each kind of file, from the classes of the content model."""

from journeybook.schema.document import FILE_MODELS, file_name, schema_of
from journeybook.schema.names import NO_NAMES, TitlesOfKinds, names_in

__all__ = ["FILE_MODELS", "NO_NAMES", "TitlesOfKinds", "file_name", "names_in", "schema_of"]
