"""The plugin: each hook reads its options, calls one function and hands the result over."""

from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from journeybook.characters import shown
from journeybook.findings import tally
from journeybook.plugin.collector import Collector
from journeybook.plugin.composition import Composition
from journeybook.plugin.narrative.extensions import extensions_for, tell_left_out
from journeybook.plugin.narrative.markup import JourneybookLinks
from journeybook.plugin.narrative.page import GeneratedPage, linked_by_anchor
from journeybook.plugin.options import Options
from journeybook.plugin.output import SiteBuild, guard_log, refuse_sources, writes_beside
from journeybook.plugin.publishing import pages_left_out, publish
from journeybook.plugin.reading.handbook import Known, ReadHandbook, language_code, read_handbook
from journeybook.plugin.reuse import Reuse
from journeybook.plugin.serving.saved import SavedPages, WholeBuild
from journeybook.plugin.serving.watching import Watching
from journeybook.plugin.site.assets import add_offline_search, add_scripts
from journeybook.plugin.site.on_demand import made_on_demand
from journeybook.plugin.site.translation import is_translated, list_pages
from journeybook.plugin.theme.compiled import compiled_templates
from journeybook.plugin.theme.frame import share_frame
from journeybook.plugin.theme.renderer import renderer_for
from journeybook.plugin.theme.skeleton import share_skeletons
from journeybook.settings import find_settings

_log = get_plugin_logger(__name__)


class JourneybookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Publishes a journeys folder.

    on_config adds styles, scripts and the [[kind:id]] links; on_files reads and checks the journeys folder
    and adds a file for each page, together with its entry in the navigation. MkDocs then renders the
    narratives as Markdown, on_page_content lays each into its page before other plugins see that, on_env
    hands the search its entries. While serving, problems become a notice on every page, and pages whose
    inputs have not changed are taken from the build before.
    """

    def __init__(self) -> None:
        self._serving = False
        self._writes_beside = False
        self._build: SiteBuild | None = None
        self._collector = Collector()
        self._watching: Watching | None = None
        self._saved: SavedPages | None = None
        self._whole: WholeBuild | None = None
        """While serving: the build that is going on, or the last."""
        self._known = Known()
        self._composition: Composition | None = None
        self._nav = Navigation([], [])
        self._own_nav: Any = None
        """What the site has as `nav`, if anything, while ours is in its place."""
        self._anchored: set[str] = set()
        self._reuse = Reuse()
        self._links = JourneybookLinks()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay alive between the rebuilds of `serve`, so that unchanged files are not read again."""
        guard_log()
        self._serving = command == "serve"
        self._writes_beside = writes_beside(command, dirty=dirty)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add styles, scripts and links; before mermaid2 looks for a script of its own."""
        self._collector.rest()
        if self._watching:
            self._watching.begin_build()
        self._write_beside(config)
        add_scripts(config)
        add_offline_search(config)
        config.markdown_extensions.append(self._links)  # type: ignore[arg-type]
        config.watch.extend(map(str, self._watched(config)))
        return config

    def _watched(self, config: MkDocsConfig) -> list[Path]:
        """Find all that a page can depend on beside docs/."""
        own = config.theme.custom_dir
        folder = self._folder(config)
        watched = (folder, Path(own) / "journeybook" if own else None, find_settings(folder))
        return [path.absolute() for path in watched if path and path.exists()]

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        """Notice that the journeys folder goes and comes back, and make files that somebody asks for."""
        server.set_app(made_on_demand(server.get_app(), partial(self._made_on_demand, config)))
        self._watching = Watching(server, partial(self._watched, config), self._collector.restore)
        self._saved = SavedPages(server, self._watching)
        if self._whole:
            self._saved.take(self._whole)
        self._watching.start()
        return server

    def _made_on_demand(self, config: MkDocsConfig, path: str) -> str | None:
        """The text of a file that serving makes only when it is asked for, by its path on the server."""
        root = urlsplit(config.site_url or "/").path.strip("/")
        return self._composing.file_on_demand(path.removeprefix(f"{root}/") if root else path)

    def _write_beside(self, config: MkDocsConfig) -> None:
        """Let the site be built beside the one that is published, whatever other plugins write to it."""
        folder = self._folder(config)
        refuse_sources(config, folder, find_settings(folder))
        if self._writes_beside:
            self._build = self._build or SiteBuild(config)
            self._build.redirect(config)

    @event_priority(50)
    def _on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return files if is_translated(config) else self._add_pages(files, config)

    @event_priority(-90)
    def _on_all_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Arrange the pages when others have put theirs in and out, but before what reads `nav` at last."""
        return files if is_translated(config) else self._arrange(files, config)

    @event_priority(-150)
    def _on_translated_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of one language when its files are chosen, which is at -100."""
        if is_translated(config):
            self._arrange(self._add_pages(files, config), config)
            list_pages(files, config)
        return files

    on_files = CombinedEvent(_on_files, _on_all_files, _on_translated_files)

    def _arrange(self, files: Files, config: MkDocsConfig) -> Files:
        self._own_nav = config.nav
        self._composing.arrange_pages(files)
        return files

    def _add_pages(self, files: Files, config: MkDocsConfig) -> Files:
        handbook = read_handbook(
            self._folder(config), config, self.config, files, self._known, serving=self._serving
        )
        self._report(handbook)
        self._prepare(handbook, config)
        renderer = renderer_for(config, handbook.site.language)
        reuse = self._reuse if self._serving else None
        extensions = extensions_for(config, self.config)
        tell_left_out(extensions)
        published = publish(handbook, files, config, renderer, self._known.narratives, reuse, extensions)
        self._links.resolve = partial(published.converter.ask, "link")
        self._links.left_out = pages_left_out(handbook.site, files)
        self._composition = Composition(
            handbook,
            published,
            renderer,
            reuse,
            trust_markdown=self.config.trust_markdown,
            keeps_data=bool(self.config.data_),
        )
        if not self._serving:
            self._collector.resume()
        return files

    def _report(self, handbook: ReadHandbook) -> None:
        """Say what is wrong; a build ends with it, while serving shows it."""
        for finding in handbook.errors:
            (_log.warning if self._serving else _log.error)(shown(str(finding)))
        if handbook.errors and not self._serving:
            count = tally(handbook.errors, lambda _: 0).total()
            raise PluginError(
                f"journeybook: {count} {'problem' if count == 1 else 'problems'} in the handbook"
            )

    def _prepare(self, handbook: ReadHandbook, config: MkDocsConfig) -> None:
        """Keep what the next build needs not read again, and forget what this one cannot use."""
        read = handbook.project
        self._known.project = read
        if not self._serving:
            # a tenth of what a build holds at its peak
            read.folder.forget_places()
        elif self._reuse.begin(
            config, handbook.errors, read.settings, handbook.site.language.customers, read.folder.root
        ):
            return
        self._known.narratives.clear()

    @event_priority(-150)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the navigation, which is part of every page, and find each page its place in it."""
        self._composing.place_pages(nav, config.nav, files)
        self._nav, config.nav = nav, self._own_nav
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Tell the links which page they stand on."""
        self._links.current = page.file
        return markdown

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Compose each page before other plugins see its content, as an argument or on the page."""
        page.content = self._composing.compose(page, html)
        return page.content

    @event_priority(-100)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Hand the search its entries, and take over the pages that have not changed."""
        self._composing.index_for_search(config)
        env.bytecode_cache = compiled_templates(language_code(config))
        share_skeletons(env, config.theme, self._nav)
        if self._serving:
            self._reuse.take_over(env, self._nav)
            self._whole = WholeBuild(
                config=config, files=files, nav=self._nav, env=env, composition=self._composing
            )
        share_frame(env, self._nav)
        self._anchored = linked_by_anchor(files)
        return env

    @event_priority(-100)
    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Look at what other plugins have made of a page, when they are through with it."""
        self._composing.conceal(page)
        return context

    @event_priority(100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Put away a page that is written, but for the ids that other pages link to."""
        if isinstance(page, GeneratedPage):
            if page.file.src_uri in self._anchored:
                page.find_anchors()
            self._composing.put_away(page)
        return output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Remember that every plugin has written what it writes; while serving, clear up in a pause."""
        if self._watching:
            self._watching.end_build()
            if self._saved and self._whole:
                self._saved.take(self._whole)
        elif self._serving:
            self._collector.restore()
        if self._build:
            self._build.note_whole()

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it is."""
        self._collector.restore()
        if self._build:
            self._build.note_failure(error)

    @event_priority(100)
    def on_shutdown(self) -> None:
        """Let the new site take the place of the old one, now that MkDocs has said that nothing failed."""
        self._collector.restore()
        if self._watching:
            self._watching.stop()
        if self._build:
            self._build.end()
            self._build = None

    @property
    def _composing(self) -> Composition:
        if self._composition is None:
            raise PluginError("journeybook: another plugin has dropped the event on_files")
        return self._composition

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.journeys_dir
