# `make` alone lists what there is. Everything lives in .venv and node_modules.

PYTHON ?= python3.11
PORT ?= 8501
export CX_DATA ?= ./data

BIN := .venv/bin
# A file of tests stays on one core: it may share a server and a browser.
PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile
INSTALLED := .venv/installed.stamp
DEV_INSTALLED := .venv/dev-installed.stamp
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
STREAMLIT_RUN := $(BIN)/python -m streamlit run app.py --server.headless true --server.port $(PORT)

# The locks must not depend on the pip settings of the machine that makes them.
PIP_COMPILE := env -u PIP_FIND_LINKS -u PIP_CONSTRAINT PIP_CONFIG_FILE=/dev/null \
	CUSTOM_COMPILE_COMMAND="make lock" $(CURDIR)/$(BIN)/pip-compile --quiet \
	--generate-hashes --strip-extras --allow-unsafe --build-deps-for editable \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

.DEFAULT_GOAL := help
.PHONY: help install run share test lint check node-tests format bench soak lock clean

help:  ## list these targets
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

install: $(INSTALLED)  ## put the app into .venv (once)

run: $(INSTALLED)  ## serve the app on this machine: http://127.0.0.1:8501, or PORT=...
	$(STREAMLIT_RUN) --server.address 127.0.0.1

share: $(INSTALLED)  ## serve the app to everybody on this network
	$(STREAMLIT_RUN) --server.address 0.0.0.0

test: $(DEV_INSTALLED)  ## run every test, those in a real browser too
	@tools/system-packages.sh
	@tools/node-tests.sh
	$(PYTEST) -m "not browser"
	$(BIN)/python -m pytest -m browser

lint: $(DEV_INSTALLED)  ## format, lint, types, architecture, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	@tools/check-js.sh

check: lint  ## lint, and the tests that need neither a browser nor patience
	@tools/node-tests.sh
	$(PYTEST) -m "not browser and not slow"

format: $(DEV_INSTALLED)  ## format, and mend what ruff can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_INSTALLED)  ## measure speed
	$(BIN)/python -m benchmarks

soak: $(DEV_INSTALLED)  ## kill the server 200 times, cut the power 1,000 times (half an hour)
	CX_SOAK=1 $(BIN)/python -m pytest -q tests/durability

lock: $(DEV_INSTALLED)  ## remake both lock files; UPGRADE=--upgrade takes the newest
	$(PIP_COMPILE) $(UPGRADE) -o requirements.lock pyproject.toml
	$(PIP_COMPILE) $(UPGRADE) --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:  ## remove what was made here; workshops in data/ stay
	rm -rf .venv node_modules build bench.json *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Please type: apt-get install python3.11 python3.11-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP_INSTALL) --require-hashes -r requirements.lock
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_INSTALLED): $(INSTALLED) requirements-dev.lock
	$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
