"""A hook of MkDocs that hides each page's content as mkdocs-encryptcontent-plugin does: before it is written."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Put something else in the place of the content."""
    page.content = "<p>Verschlüsselt</p>"
    return context
