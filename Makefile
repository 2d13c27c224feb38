# `make demo` and `make test` are all that a newcomer needs; both work from a clean clone with Python 3.11+ and make.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

.PHONY: demo test lint types imports tests docs check-docs bench bench-large accuracy constraints venv clean

demo: .venv/runtime
	$(BIN)/foiwatch demo

# What takes a second comes first; the rest is looked at while the tests run, one of which asks what check-docs asks.
test: lint
	$(MAKE) -j2 tests types imports

venv: .venv/dev

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev
	$(BIN)/mypy

imports: .venv/dev
	$(BIN)/lint-imports

# Compiled modules are kept: else each worker, and each command that it starts, compiles them all again.
tests: .venv/dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 3 --dist worksteal

docs: .venv/dev
	$(BIN)/cog -r -I docs README.md docs/*.md

check-docs: .venv/dev
	$(BIN)/cog --check --diff -I docs README.md docs/*.md

# One script a table. Those that fill a store take minutes: growth.py with a million, and load.py, an hour.
BENCHES = crawl poll reading attachments memory evidence comparing duplicates subscriptions feeds alarms delivering kills
bench: .venv/dev
	for table in $(BENCHES); do $(BIN)/python bench/$$table.py || exit 1; done

bench-large: .venv/dev
	for table in figures load growth; do $(BIN)/python bench/$$table.py || exit 1; done

# How well topics match and pages are read: the topics' own examples, then the labelled documents where they are at hand.
accuracy: .venv/dev
	$(BIN)/python bench/accuracy.py
	$(BIN)/python bench/topics_accuracy.py
	$(BIN)/python bench/dossiers_accuracy.py
	$(BIN)/foiwatch topics score
	if [ -d ../shared/labels ]; then for labels in ../shared/labels/*.jsonl; do \
	    $(BIN)/python ../shared/tools/score_labels.py $$labels --foiwatch $(BIN)/foiwatch || exit 1; done; fi
	if [ -d ../shared/examples ]; then \
	    $(BIN)/python ../shared/tools/score_pages.py ../shared/examples --foiwatch $(BIN)/foiwatch; fi

# The newest versions that pyproject.toml allows, as one clean installation resolves them. Run `make test` afterwards.
constraints:
	rm -rf .venv-constraints
	$(PYTHON) -m venv .venv-constraints
	.venv-constraints/bin/python -m pip install -q --upgrade pip
	.venv-constraints/bin/python -m pip install -q -e '.[dev]'
	.venv-constraints/bin/python -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9._-]+==' > constraints.txt
	rm -rf .venv-constraints

clean:
	rm -rf .venv .venv-constraints build demo-data .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "foiwatch needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv

# A stamp is older than what it was installed from only when that has changed.
.venv/runtime: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -q -c constraints.txt -e .
	touch $@

.venv/dev: pyproject.toml constraints.txt | .venv/bin/python
	$(PIP) install -q -c constraints.txt -e '.[dev]'
	touch $@ .venv/runtime
