"""A hook of MkDocs that puts a page without content in the place of the page of each rule, to build small sites fast.

The pages of rules are the same in every handbook, and more than all others of a small one. Links to them still
lead somewhere.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out the pages of rules that the plugin has added, and put in others at their addresses."""
    for file in list(files):
        if file.src_uri.startswith("rules/") and file.src_uri.count("/") == 2:
            files.remove(file)
            files.append(File.generated(config, file.dest_uri, content="<title>Regel</title>"))
    return files
