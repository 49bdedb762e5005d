# "make" or "make help" lists the commands. Paths are relative, so that a folder name may hold a space.

APP := .venv/bin
ENGINE := .venv-engine/bin
ARGS ?=

# The core's tests run on both Pythons, the engine's on 3.10, all others in the app's environment. A folder named
# here that is missing is an error; a new folder with tests is run without being named.
CORE_TESTS := tests/core
ENGINE_TESTS := tests/engine
# The dialogue without Rasa: the real turn service and stores on SQLite, with the core itself as engine.
FAST_TESTS := $(CORE_TESTS) tests/app/turn -k "not postgresql and not ownership"
# Each of so many processes has one engine and one browser for all of its tests.
WORKERS ?= 2
PYTEST := python -m pytest --numprocesses $(WORKERS) --dist worksteal --durations 15 --durations-min 1

export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 2

.DEFAULT_GOAL := help
.PHONY: help setup deploy-checks run talk train test test-fast test-core test-engine test-app test-browser pictures validate widget lint sbom check evaluate benchmark faults documents lock clean distclean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

setup: ## make or update both environments (does nothing when they are up to date)
	@sh tools/bootstrap.sh

run: setup ## start the assistant and its engine; more options with ARGS="--port 8081"
	@$(APP)/woningscan train --if-needed
	@$(APP)/woningscan serve $(ARGS)

talk: setup ## talk to the assistant in the terminal
	@$(APP)/woningscan talk $(ARGS)

train: setup ## train the Rasa model
	@$(APP)/woningscan train

test: setup ## run every check and test of both environments
	@$(APP)/woningscan train --if-needed
	@$(MAKE) --no-print-directory --jobs 2 lint widget validate
	@$(MAKE) --no-print-directory test-engine test-app test-browser

test-fast: setup ## the core, the content and the dialogue without Rasa, within a minute
	$(APP)/$(PYTEST) $(FAST_TESTS) $(ARGS)

test-core: setup ## the core's tests on both Pythons
	$(APP)/$(PYTEST) $(CORE_TESTS) $(ARGS)
	$(ENGINE)/$(PYTEST) $(CORE_TESTS) $(ARGS)

test-engine: setup ## the tests of the engine and the core, on Python 3.10
	@$(APP)/woningscan train --if-needed
	$(ENGINE)/$(PYTEST) $(CORE_TESTS) $(ENGINE_TESTS) $(ARGS)

# Two runs: a browser that is driven from a test keeps an event loop that the others cannot share.
test-app: setup ## all other tests, and the core's on the app's Python, without a browser
	@$(APP)/woningscan train --if-needed
	$(APP)/$(PYTEST) tests --ignore $(ENGINE_TESTS) -m "not browser" $(ARGS)

test-browser: setup ## the tests that drive a browser
	@$(APP)/woningscan train --if-needed
	$(APP)/$(PYTEST) tests --ignore $(ENGINE_TESTS) -m browser $(ARGS)

documents: setup ## docs/vragenlijst.md, docs/teksten.md and the example plans, made from the content
	$(APP)/python -m tools.content_documents

pictures: setup ## the pictures of the documents and of how the chat is to look, made by the tests in a browser
	@mkdir -p var/pictures docs/pictures
	WONINGSCAN_RENEW=1 $(APP)/$(PYTEST) -q tests/browser/widget/appearance/test_widget_looks.py
	WONINGSCAN_SCREENSHOTS=var/pictures $(APP)/$(PYTEST) -q tests/browser/test_both_sides.py tests/browser/console/test_work.py \
	    tests/browser/report/test_report.py tests/browser/test_preview.py -k "calendar or fits or pdf_comes_down or leads_to_its_question"
	cp var/pictures/widget.png var/pictures/plan.png var/pictures/voorbeeld-*.png docs/pictures/
	cp var/pictures/werklijst-1280x800-light.png docs/pictures/console.png

# Rasa ends with status 0 although it warned, so its output is read as well.
validate: setup ## let Rasa check its training data; a warning is an error
	@mkdir -p .rasa && status=0; \
	$(ENGINE)/rasa data validate --fail-on-warnings >.rasa/validate.log 2>&1 || status=$$?; \
	if [ $$status -ne 0 ] || grep -q 'UserWarning' .rasa/validate.log; then \
		cat .rasa/validate.log; echo "rasa data validate: not clean (status $$status)"; exit 1; \
	fi; echo "rasa data validate: clean"

widget: ## check that the committed widget is what its sources give (needs Node 20)
	@sh tools/check_widget_bundle.sh

lint: setup ## ruff (rules and format) and mypy
	$(APP)/ruff check .
	$(APP)/ruff format --check .
	$(APP)/mypy --python-version 3.10 woningscan actions engine
	$(APP)/mypy --python-version 3.12 bot
	$(APP)/mypy --python-version 3.12 --follow-imports silent -p tools.faults

benchmark: setup ## measure a turn against stock Rasa (about 3 minutes; ARGS=--short for one)
	@$(APP)/woningscan train --if-needed
	@$(APP)/python -m benchmarks.turns $(ARGS)

# A round is 50 faults and takes about a minute on each database; docs/faults.md has the other options.
faults: SEED ?= 1
faults: ROUNDS ?= 1
faults: setup ## break everything around the assistant while visitors use it (SEED= ROUNDS= BROKEN= ENGINE=stub)
	@$(APP)/woningscan train --if-needed
	@$(APP)/python -m tools.faults --seed $(SEED) --rounds $(ROUNDS) --broken "$(BROKEN)" \
		--engine $(if $(filter stub,$(ENGINE)),stub,rasa) $(ARGS)

sbom: setup ## the bill of materials of each environment and the widget, in var/sbom/
	@mkdir -p var/sbom
	@for what in app dev tools train widget; do $(APP)/python -m tools.sbom $$what >var/sbom/$$what.cdx.json; done
	@for what in engine engine-dev; do $(ENGINE)/python -m tools.sbom $$what >var/sbom/$$what.cdx.json; done

evaluate: setup ## measure the reader on messages it was not trained on; more with ARGS="--misses --baselines"
	$(APP)/python tools/evaluate_reader.py $(ARGS)

check: setup ## check the content (questions, tips, texts, routes)
	@$(APP)/woningscan check

deploy-checks: setup ## install what the tests of deploy/ need
	@sh tools/deploy_checks.sh

lock: ## renew the locks in requirements/; add a package to a .in file first
	@sh tools/lock.sh $(ARGS)

clean: ## remove caches and trained models
	rm -rf .rasa models .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.venv*' -not -path './.tools/*' -prune -exec rm -rf {} +

distclean: clean ## remove the environments as well
	rm -rf .venv .venv-engine .tools
