# Everything that is typed in this project. `make` alone lists it.
#
#   PYTHON=python3.12   the interpreter to make .venv with      SITE_URL, REPO_URL   where the site and its
#   ADDRESS=host:port   where `make serve` listens                                   sources will be published

ADDRESS ?= 127.0.0.1:8000
BIN := .venv/bin

# The packages this run needs: testing takes more than building.
PACKAGES := $(if $(filter bench canary,$(MAKECMDGOALS)),bench,$(if $(filter test chromium gallery lint types pytest,$(MAKECMDGOALS)),test,runtime))

# The same bytes from the same commit: pages are dated by the last commit, outside git by the clock.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
endif

export PYTHON SOURCE_DATE_EPOCH
# UTF-8 whatever the locale is, so that nothing but PATH and HOME has to be set.
export PYTHONUTF8 := 1
# Material's and ProperDocs' notices about MkDocs 2 would bury the build log.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# The environment is what the lock says, not what the caller's shell adds.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

# Steps share .venv and site/, so they run one after another, also under `make -j`.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help site serve gallery check test bench canary lock clean environment chromium lint types pytest

help: ## list what can be typed
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

site: environment ## build the site into site/
	$(BIN)/mkdocs build --strict

serve: environment ## show the site at http://127.0.0.1:8000/ and rebuild it at every change
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

gallery: environment ## show every component by its examples at http://127.0.0.1:8000/
	$(BIN)/python -m tests.gallery .cache/gallery
	$(BIN)/mkdocs serve --config-file .cache/gallery/mkdocs.yml --dev-addr $(ADDRESS)

check: environment ## check every page, reference and data file, and say where to write what
	$(BIN)/citewell check

# The site is built before the tests, so that the log ends with pytest's own summary.
test: environment chromium lint types check site pytest ## build the site and run every test

bench: environment chromium ## measure builds against two peers, first loads, Lighthouse's scores, and the vote collector under load
	$(BIN)/python -m benchmarks $(BENCH)

canary: environment ## build the site with another engine and say what readers would not get
	$(BIN)/python -m benchmarks.canary

lock: ## renew the locks in requirements/ from pyproject.toml (UPGRADE=1: to the newest versions)
	@setup/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## remove the environment, the caches and the built site
	rm -rf .venv .cache site .mypy_cache .pytest_cache .ruff_cache

environment:
	@setup/environment.sh .venv $(PACKAGES)

chromium: environment
	@setup/chromium.sh

lint: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: environment
	$(BIN)/mypy

pytest: environment
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile
