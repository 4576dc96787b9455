# Two commands do everything: `make serve` and `make test`. Both set up what they need first.

PORT ?= 8000
HANDBOOK ?= .
export NO_MKDOCS_2_WARNING = 1
export DISABLE_MKDOCS_2_WARNING = true
# Each of hundreds of programs that the tests start would compile what it imports anew.
export PYTHONDONTWRITEBYTECODE =

.PHONY: serve docs test quick lint fix lock build wheel check bench survive weight lists maps pictures sheet matrix clean

serve: ## serve the example on http://127.0.0.1:8000; HANDBOOK=examples/library serves the English one
	@scripts/set-up handbook
	@.venv/bin/mkdocs serve --config-file $(HANDBOOK)/mkdocs.yml --dev-addr 127.0.0.1:$(PORT)

docs: ## serve the documentation, with the English example as its demo, on http://127.0.0.1:8000
	@scripts/set-up handbook
	@.venv/bin/mkdocs serve --config-file docs-site.yml --dev-addr 127.0.0.1:$(PORT)

test: ## run every test, Chromium's included
	@scripts/set-up dev
	@.venv/bin/python -m pytest

quick: ## run the tests that take no time: no site, no browser, no other programs, no made-up texts
	@scripts/set-up dev
	@.venv/bin/python -m pytest -m "not site and not browser and not lint and not slow and not fuzz"

lint: ## check style, types and imports of everything
	@scripts/set-up dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

fix: ## fix what ruff can fix, and format
	@scripts/set-up dev
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

lock: ## write requirements/ anew: the newest versions that pyproject.toml allows
	@scripts/lock

build: ## write the example handbook to site/, below it the English one to site/library/, and the documentation to docs-site/
	@scripts/set-up handbook
	@.venv/bin/mkdocs build --strict
	@.venv/bin/mkdocs build --strict --config-file examples/library/mkdocs.yml
	@.venv/bin/mkdocs build --strict --config-file docs-site.yml

wheel: ## write the package as a wheel to dist/
	@scripts/set-up handbook
	@.venv/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

check: ## check both example handbooks
	@scripts/set-up handbook
	@.venv/bin/journeybook check
	@.venv/bin/journeybook check examples/library/journeys

bench: ## measure against MkDocs, Zensical and Hugo; takes some minutes
	@scripts/set-up dev
	@.venv/bin/python benchmarks/run.py

survive: ## kill builds at each point and fill disks; the published site must be left whole; takes some half an hour
	@scripts/set-up dev
	@.venv/bin/python benchmarks/survival.py

weight: ## measure how heavy pages are and how soon they show; about two minutes
	@scripts/set-up dev
	@.venv/bin/python benchmarks/weight.py

lists: ## measure what long lists weigh and how soon their filters answer; some minutes
	@scripts/set-up dev
	@.venv/bin/python benchmarks/lists.py

maps: ## measure how maps read: what one screen shows of them, in lines of how many letters, in three fonts; some minutes
	@scripts/set-up dev
	@.venv/bin/python benchmarks/maps.py

pictures: ## take the pictures of README and tutorials anew
	@scripts/set-up dev
	@.venv/bin/python scripts/pictures

sheet: ## take a picture of every type of page into .cache/sheet
	@scripts/set-up dev
	@.venv/bin/python scripts/sheet

matrix: ## build a handbook with the plugins and themes of others, and write what came of it into the docs; five minutes
	@scripts/set-up matrix
	@.cache/matrix/bin/python -m pytest tests/matrix
	@PYTHONPATH=tests:tests/site .cache/matrix/bin/python tests/matrix/table.py

clean: ## remove what the commands above have made
	rm -rf .venv .cache site docs-site dist
