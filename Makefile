# What the README promises: `make demo` and `make test` do all the set-up themselves.
# Needs python3 (3.11 or newer), git and make; nothing else. Everything goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
DEMO := $(or $(HOME),$(CURDIR)/$(VENV))/boce-voorbeeld
LOCK = uv pip compile --universal --python-version 3.11 --generate-hashes --upgrade --quiet \
	--no-emit-index-url --no-annotate --custom-compile-command "make lock"

.PHONY: help demo test venv fmt format lint types imports locale pytest bench lock clean FORCE sample schema pictures manual durability
.DEFAULT_GOAL := help

help:
	@echo "make demo   opens the app on a complete, invented example (made in DEMO=$(DEMO))"
	@echo "make test   runs every check"
	@echo "make venv   only makes .venv, with everything the checks need"
	@echo "make fmt    formats the code; make bench measures; make lock renews requirements/"
	@echo "make durability   kills, full disks, power cuts and flipped bits, at length (about half an hour)"

# --- the environment -------------------------------------------------------------------------------------

# Installed scripts hold the folder's path, so a moved checkout needs a new environment.
ifneq ($(shell cat $(VENV)/made-for 2>/dev/null && $(PY) -c '' 2>&1),$(CURDIR))
$(VENV)/made-for: FORCE
endif

$(VENV)/made-for:
	@for p in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			$$p -c 'import venv, ensurepip' 2>/dev/null && found=$$p && break; \
			echo "$$p cannot make a virtual environment: its venv part is missing." \
				"On Debian and Ubuntu: sudo apt install python3-venv" >&2; \
		fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "No usable Python 3.11 or newer was found. Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	echo "Making $(VENV) with $$($$found --version)"; \
	$$found -m venv --clear $(VENV)
	@printf '%s' "$(CURDIR)" > $@

$(VENV)/app-ready: $(VENV)/made-for requirements/app.txt pyproject.toml
	@echo "Installing the app and its locked dependencies (the first time takes a minute)"
	@$(PIP) install --require-hashes -r requirements/app.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(PY) -m compileall -q boce_tui
	@touch $@

$(VENV)/dev-ready: $(VENV)/app-ready requirements/dev.txt
	@echo "Installing what the checks need"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

venv: $(VENV)/dev-ready

# --- use -------------------------------------------------------------------------------------------------

demo: $(VENV)/app-ready
	@$(BIN)/boce --data "$(DEMO)" demo

# --- checks ----------------------------------------------------------------------------------------------

test: format lint types imports locale pytest

format: $(VENV)/dev-ready
	$(BIN)/ruff format --check .

lint: $(VENV)/dev-ready
	$(BIN)/ruff check .

types: $(VENV)/dev-ready
	$(BIN)/mypy

imports: $(VENV)/dev-ready
	$(BIN)/lint-imports

locale: $(VENV)/dev-ready
	$(PY) -m boce_tui.locale.build --check

pytest: $(VENV)/dev-ready
	$(PY) -m pytest -n auto

fmt: $(VENV)/dev-ready
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The long run of tests/durability: a thousand kills, every bit position of more pages, every disk after a power
# cut. It ends with the table of docs/reliability.md. Another seed: make durability BOCE_SEED=1
durability: $(VENV)/dev-ready
	BOCE_DURABILITY=long BOCE_SEED=$(or $(BOCE_SEED),20410512) $(PY) -m pytest -n auto -q tests/durability

bench: $(VENV)/dev-ready
	$(PY) benchmarks/run.py all

# The golden files of the report: run this when the report changed on purpose, and read the difference.
sample: $(VENV)/app-ready
	@folder=$$(mktemp -d) && $(BIN)/boce --data "$$folder" demo --no-open && \
	for audience in public steering; do \
		$(BIN)/boce --data "$$folder" report --for $$audience --force \
			--to exports/sample/evaluatie-2041-$$audience.md || exit 1; \
	done; rm -rf "$$folder"

# The pictures of README and manual.
pictures: $(VENV)/app-ready
	$(PY) docs/pictures/make.py

# What the manual says with the app's own words: explanations, keys, commands.
manual: $(VENV)/app-ready
	$(PY) docs/make_manual.py

# What is generated from the code and lies in db/ for people and other programs.
schema: $(VENV)/app-ready
	$(PY) -c 'import sys; from boce_tui.exchange.cycle_document import schema_text; sys.stdout.write(schema_text())' > db/cycle.schema.json
	$(PY) -m boce_tui.store.schema_doc

# --- upkeep ----------------------------------------------------------------------------------------------

# Needs `uv` on the PATH (any recent version). One lock for every platform and Python 3.11-3.14.
lock:
	$(LOCK) pyproject.toml --group build --output-file requirements/app.txt
	$(LOCK) pyproject.toml --group dev --constraint requirements/app.txt --output-file requirements/dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage

FORCE:
