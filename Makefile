# The one door to every command. Each target prepares .venv first; that takes a moment only when something changed.
#
#   make run       open the window with a demo library under build/ (never your own); without a screen, show what it does
#   make test      all tests, offscreen
#   make lint      ruff, mypy, and whether the translations are in step
#   make translations   bring the translations in step with the source
#   make bench     figures of speed, with a peer beside each that has one
#   make fuzz      mutated pages through the whole program; ARGS='500 7' for another number of pages and seed
#   make package   wheel and source archive in dist/

PYTHON ?= python3
VENV := .venv/bin/python
ARGS ?=

.PHONY: run test lint translations bench fuzz package setup clean FORCE

# A .venv that belongs to another folder (a copied or moved checkout) is made again.
ifneq ($(shell cat .venv/.checkout 2>/dev/null),$(CURDIR))
.venv/.ready: FORCE
endif

.venv/.ready: pyproject.toml packaging/setup.sh packaging/system.py
	@PYTHON="$(PYTHON)" packaging/setup.sh

setup: .venv/.ready

run: .venv/.ready
	@$(VENV) packaging/demo.py $(ARGS)

test: .venv/.ready
	@QT_QPA_PLATFORM=offscreen $(VENV) -m pytest $(ARGS)

lint: .venv/.ready
	@$(VENV) -m ruff check src tests packaging
	@$(VENV) -m mypy
	@$(VENV) packaging/translations.py --check

translations: .venv/.ready
	@$(VENV) packaging/translations.py

bench: .venv/.ready
	@QT_QPA_PLATFORM=offscreen $(VENV) packaging/bench.py $(ARGS)

fuzz: .venv/.ready
	@$(VENV) packaging/fuzz.py $(ARGS)

package: .venv/.ready
	@$(VENV) packaging/package.py

clean:
	rm -rf .venv build dist
