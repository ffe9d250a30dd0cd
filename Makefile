# Two targets do everything: `make demo` is the main job, `make test` proves it. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test soak lint bench coverage format docs locks clean

demo: $(VENV)/.ready
	$(BIN)/python -m ecosystem demo

# Two runs side by side, of about the same length; each says what it found when it ends.
FIRST_HALF := neo4j or (own_neo4j and browser)
test: lint chromium
	$(MAKE) --jobs 2 --output-sync test-neo4j test-others

.PHONY: test-neo4j test-others
test-neo4j:
	$(BIN)/python -m pytest -m "$(FIRST_HALF)"
test-others:
	$(BIN)/python -m pytest -m "not ($(FIRST_HALF))"

# Every fault of tests/faults/catalogue.py in full, some forty minutes; docs/soak.md and the README keep the counts.
soak: $(VENV)/.ready-dev
	ECOSYSTEM_SOAK=1 $(BIN)/python -m pytest -m fault --timeout 3600
	ECOSYSTEM_SOAK=1 $(BIN)/python -m pytest tests/importing --timeout 3600

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# How long the demo takes, cold and warm, and what asking costs; each fetches Neo4j anew.
bench: $(VENV)/.ready-dev
	PYTHONPATH=tests $(BIN)/python -m bench.demo
	PYTHONPATH=tests $(BIN)/python -m bench.asking

# How much of each room the tests run, against its goal.
coverage: $(VENV)/.ready-dev chromium
	$(BIN)/coverage run --branch --source=ecosystem -m pytest -q
	$(BIN)/coverage json -q -o .coverage.json
	$(BIN)/python tests/coverage_goals.py .coverage.json

format: $(VENV)/.ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tests/stripping.py
	$(BIN)/python -m ecosystem fmt

.PHONY: chromium
chromium: $(VENV)/.ready-dev
	$(BIN)/python tests/chromium.py

# The pages of the manual that the code writes; a test compares them with it.
docs: $(VENV)/.ready
	$(BIN)/python -m ecosystem.cli.manual docs

# The locks name versions and hashes for every system, and no address to fetch them from.
locks: $(VENV)/.ready-dev
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --group build --group dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	touch $@
