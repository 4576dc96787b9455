"""The mkdocs.yml of every contender: the same theme and features, other plugins, other navigation."""

_TEXT = """\
site_name: {name}
site_description: Ein Handbuch zum Messen
site_url: https://handbuch.example.org/
repo_url: https://git.example.org/handbuch/kundenreisen
repo_name: Kundenreisen
edit_uri_template: https://git.example.org/handbuch/kundenreisen/edit/main/docs/{{path}}

theme:
  name: material
  language: de
  font: false
  icon:
    logo: material/map-marker-path
    edit: material/pencil
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: indigo
      accent: indigo
      toggle:
        icon: material/weather-night
        name: Dunkle Ansicht
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: indigo
      accent: indigo
      toggle:
        icon: material/weather-sunny
        name: Helle Ansicht
  features:
    - content.action.edit
    - navigation.indexes
    - navigation.instant
    - navigation.tabs
    - navigation.tabs.sticky
    - navigation.top
    - search.highlight
    - search.suggest
    - toc.follow

plugins:
{plugins}
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: true
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format

extra:
  generator: false

{nav}
"""


def mkdocs_yml(name: str, plugins: tuple[str, ...], nav: str) -> str:
    """Write the configuration: `plugins` as lines of YAML, `nav` as whole keys."""
    lines = "".join(f"  - {plugin}\n" for plugin in plugins)
    return _TEXT.format(name=name, plugins=lines, nav=nav)
