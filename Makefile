# On a machine with Python 3.11 and make, `make run` and `make test` do all the set-up themselves; the second time
# they install nothing. Set-up reads the lock files only, every package by its hash.

VENV := .venv
BIN := $(VENV)/bin
UNIT ?= data/units/solsiden-langvakt-b.yaml
SECONDS ?= 60
TEST_WORKERS ?= 2
PORT ?= 8000

# A python on the path may be a shim that fails, and venv is a package of its own on Debian: so each is tried.
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 /usr/bin/python3 /usr/local/bin/python3; do \
	$$p -c 'import sys,venv,ensurepip; sys.exit(sys.version_info<(3,11))' 2>/dev/null && { echo $$p; break; }; done)

UV := UV_PYTHON_DOWNLOADS=never $(BIN)/uv
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKED := --quiet --require-hashes --no-deps
EDITABLE := --quiet --no-deps --no-build-isolation --editable .

# $(1) lock files as -r arguments: uv, or pip where uv will not run
define install
@echo "Installerer / installing: $(1)"
@$(UV) pip install --python $(BIN)/python $(LOCKED) --compile-bytecode $(1) || $(PIP) install $(LOCKED) $(1)
@$(UV) pip install --python $(BIN)/python $(EDITABLE) || $(PIP) install $(EDITABLE)
endef

# $(1) which packages, $(2) which file
define export
@{ echo "# Made by 'make lock' from pyproject.toml; do not edit."; \
	$(UV) export --quiet --locked --no-header --no-emit-project --format requirements-txt $(1); } > $(2)
endef

.DEFAULT_GOAL := help
.PHONY: help run serve test lint setup setup-dev bench timefold rosters wheel lock openapi vendor clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: setup ## plan the example unit in a minute and print the roster (UNIT=, SECONDS=)
	@$(BIN)/heltid plan $(UNIT) --seconds $(SECONDS)

serve: setup ## set up and start the service on this machine, with the example units; prints address and link (PORT=)
	@HELTID_EXAMPLES=true $(BIN)/heltid serve --port $(PORT)

test: lint ## all checks and tests
	$(BIN)/pytest -n $(TEST_WORKERS) -q

lint: setup-dev ## style, types and import order, without the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

setup: $(VENV)/.stamp-run ## .venv with what running needs

setup-dev: $(VENV)/.stamp-dev ## .venv with what development needs

bench: setup-dev timefold ## measure Heltid beside others and write docs/benchmarks.md; hours (BENCH="--parts growth -- --seconds 5")
	@$(BIN)/python -m benchmarks all $(BENCH)

# a rival of its own kind: not in any lock file, in an environment of its own, and only where Java is
timefold: .venv-timefold/.stamp

.venv-timefold/.stamp: $(VENV)/.stamp-venv
	@if command -v java > /dev/null; then $(PYTHON) -m venv .venv-timefold && \
		.venv-timefold/bin/python -m pip --disable-pip-version-check install --quiet timefold==1.24.0b0 && touch $@ || \
		echo "timefold: kan ikke installeres / cannot be installed"; else echo "timefold: ingen Java / no Java"; fi

rosters: setup-dev ## plan data/rosters anew, with README's table and docs/roster.svg; 3 minutes (BENCH="--seconds 60")
	@$(BIN)/python -m benchmarks rosters $(BENCH)

wheel: setup ## dist/heltid-*.whl
	@$(BIN)/hatchling build -t wheel -d dist

lock: $(VENV)/.stamp-uv ## resolve anew and remake the lock files
	@rm -f uv.lock
	@$(UV) lock --python $(BIN)/python
	$(call export,--no-default-groups,requirements.lock)
	$(call export,--only-group setup,requirements-setup.lock)
	$(call export,--all-groups,requirements-dev.lock)

openapi: setup-dev ## write docs/openapi.json anew; refused where it would break /v1
	@$(BIN)/python -m api.description

vendor: setup-dev ## renew what is vendored for browsers (needs npm)
	@cd api/web && npm ci --silent && rm -rf static/vendor
	@$(BIN)/python -m api.web.vendoring

clean: ## remove .venv, caches and what was built
	rm -rf $(VENV) .venv-timefold dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.stamp-venv:
	@test -n "$(PYTHON)" || { echo "Fant ingen Python 3.11 eller nyere med venv (Debian: apt install python3-venv)." >&2; \
		echo "No Python 3.11 or later with venv was found (Debian: apt install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

# uv alone and by its hash; where it cannot be had, pip does the rest
$(VENV)/.stamp-uv: requirements-setup.lock $(VENV)/.stamp-venv
	@sed -n '/^uv==/,/[^\\]$$/p' requirements-setup.lock > $(VENV)/uv.lock.txt
	@$(PIP) install $(LOCKED) -r $(VENV)/uv.lock.txt || echo "uv: ikke her, bruker pip / not here, using pip"
	@touch $@

$(VENV)/.stamp-run: requirements.lock requirements-setup.lock pyproject.toml $(VENV)/.stamp-uv
	$(call install,-r requirements-setup.lock -r requirements.lock)
	@touch $@

$(VENV)/.stamp-dev: requirements-dev.lock pyproject.toml $(VENV)/.stamp-uv
	$(call install,-r requirements-dev.lock)
	@touch $@
