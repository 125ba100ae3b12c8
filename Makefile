# make run    reads the sample articles in seeds/ and writes a bibliography and a report into out/
# make test   lint, types, tests
# Each sets up what it needs in .venv/ first; a second time that takes no time.

VENV := .venv
BIN := $(VENV)/bin
OUT := out

# The first Python that is new enough; `make PYTHON=/usr/bin/python3.12 run` takes another.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$python && exit; done)

# A variable and not an option, so that what pip builds with is constrained too.
export PIP_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
INSTALL := $(BIN)/python -m pip install --quiet --editable

.PHONY: run test docs clean constraints

run: $(VENV)/.run
	$(BIN)/cites build seeds -o $(OUT)

test: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -q

# The README and the pages in docs/ with what the program prints today.
docs: $(VENV)/.dev
	$(BIN)/python tests/readme.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find $(OUT) -mindepth 1 ! -name .gitkeep -delete
	find cites tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The newest versions that fit pyproject.toml, for everybody from then on.
constraints:
	rm -rf $(VENV)
	$(MAKE) $(VENV)/.dev PIP_CONSTRAINT=
	{ sed '/^#/!d' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable; } > $(VENV)/constraints.txt
	mv $(VENV)/constraints.txt constraints.txt

$(VENV)/.run: $(VENV)/.made pyproject.toml constraints.txt
	$(INSTALL) .
	@touch $@

$(VENV)/.dev: $(VENV)/.made pyproject.toml constraints.txt
	$(INSTALL) '.[dev]'
	@touch $@ $(VENV)/.run

# Some systems have Python without ensurepip: there the pip that is installed puts one into the environment.
$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "cites needs Python 3.11 or newer (make PYTHON=/path/to/python $(MAKECMDGOALS))" >&2; exit 1; }
	@echo "setting up $(VENV)/ with $(PYTHON)"
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	@touch $@
