# The whole house in one page: `make help` lists the doors.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help install report test lab data bench lock clean

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(READY)  ## .venv with every version pinned by hash

$(READY): requirements.lock pyproject.toml
	@echo "正在安装，约2分钟，只需一次 · installing, about two minutes, once"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

report: $(READY)  ## the gap report of Fenghua in Chinese and in English (ARGS="--as-of 2022-09-30")
	$(BIN)/fenghua report --lang zh,en $(ARGS)

test: $(READY)  ## ruff, mypy and every test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

lab: $(READY)  ## JupyterLab on the notebooks
	$(BIN)/jupyter lab $(ARGS) notebooks

data: $(READY)  ## datapackage.json and docs/data_format.md from the tables
	$(BIN)/python -m fenghua_analysis.datapackage

bench: $(READY)  ## speed, as ratios within one run
	$(BIN)/python tools/bench.py

lock: $(READY)  ## pin every dependency again, and regenerate environment.yml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev \
	  --generate-hashes --no-header --no-annotate --output-file requirements.lock pyproject.toml
	$(BIN)/python tools/environment.py > environment.yml

clean:  ## remove what was built
	rm -rf $(VENV) reports/* .pytest_cache .mypy_cache .ruff_cache
