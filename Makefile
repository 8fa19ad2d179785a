# Every target works on a fresh clone: it first sets up what it needs (see tools/setup.sh).
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup run test check fmt bench web lock setup-tests compile pytest

python := .venv/bin/python

# What the tools remember between runs stays in one ignored folder.
export HYPOTHESIS_STORAGE_DIRECTORY := .cache/hypothesis

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

setup: ## set up what running needs, in .venv
	@tools/setup.sh run

run: setup ## open a live exercise in the browser (options: make run ARGS="--port 8700")
	@.venv/bin/warmzone serve $(ARGS)

test: pytest ## set up what tests need and run them all (ARGS="-k name" for some)

check: setup-tests ## run the one check command (ARGS="--only NAME" for one check)
	@$(python) -m tools.check $(ARGS)

fmt: setup-tests ## format the sources and mend what the linter can
	@$(python) -m ruff check --fix --quiet . || true
	@$(python) -m ruff format .
	@$(python) -m tools.checks.frontend format

bench: setup-tests ## measure incidents per second and time per event (ARGS="--json")
	@.venv/bin/warmzone bench $(ARGS)

web: setup-tests ## build the front end into the package
	@$(python) -m tools.checks.frontend

lock: setup-tests ## pin the newest versions that fit pyproject.toml, with hashes
	@tools/lock.sh

setup-tests:
	@tools/setup.sh test

# Once, before the test processes start together: each would otherwise compile the kernel itself.
compile: setup-tests
	@$(python) -m warmzone.cli compile

pytest: compile
	@$(python) -m pytest -n 2 --dist loadfile $(ARGS)
