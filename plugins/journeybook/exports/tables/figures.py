"""Keep apart what is computed: each figure with the ids of what it is of."""

from journeybook.exports.tables.forms import TABLES
from journeybook.exports.tables.rows import RowsByTable
from journeybook.notation.plain import Plain


def figures_of(tables: RowsByTable) -> Plain:
    """Return the computed columns of all tables that have some, a list of rows a table."""
    return {
        form.name.replace("-", "_"): [
            {name: row[name] for name in (*form.keys, *form.computed) if row.get(name) not in {None, ""}}
            for row in tables[form.name]
        ]
        for form in TABLES
        if form.computed
    }
