# "make" or "make help" lists the commands. Paths are relative, so that a folder name may hold a space.

APP := .venv/bin
ENGINE := .venv-engine/bin
ARGS ?=

# The core's tests run on both Pythons, the engine's on 3.10, all others in the app's environment, which
# starts the engine itself where a test needs it. A folder named here that is missing is an error.
CORE_TESTS := tests/unit tests/content
ENGINE_TESTS := tests/engine
APP_TESTS := tests/dialogue tests/channels tests/promises tests/faults tests/telegram tests/escalation tests/browser tests/console tests/handoff
# A new folder with tests is run too, without being named here.
FOUND_TESTS := $(patsubst %/,%,$(sort $(dir $(wildcard tests/*/test_*.py tests/*/*/test_*.py))))
OTHER_TESTS := $(filter-out $(foreach d,$(CORE_TESTS) $(ENGINE_TESTS) $(APP_TESTS),$(d) $(d)/%),$(FOUND_TESTS)) \
	$(wildcard tests/test_*.py)

export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export TF_CPP_MIN_LOG_LEVEL := 2

.DEFAULT_GOAL := help
.PHONY: help setup run talk train test test-core test-engine test-app validate widget lint check evaluate benchmark lock clean distclean

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

test: setup lint widget test-core test-engine test-app validate ## run every check and test of both environments

test-core: setup ## the core's tests on both Pythons (fast)
	$(APP)/python -m pytest $(CORE_TESTS) $(ARGS)
	$(ENGINE)/python -m pytest $(CORE_TESTS) $(ARGS)

test-engine: setup
	@$(APP)/woningscan train --if-needed
	$(ENGINE)/python -m pytest $(ENGINE_TESTS) $(ARGS)

# One process a folder: a browser that is driven from a test keeps an event loop that the others cannot share.
test-app: setup
	@$(APP)/woningscan train --if-needed
	@set -e; for folder in $(APP_TESTS) $(OTHER_TESTS); do $(APP)/python -m pytest $$folder $(ARGS); done

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

benchmark: setup ## measure a turn against stock Rasa (about 3 minutes; ARGS=--short for one)
	@$(APP)/woningscan train --if-needed
	@$(APP)/python -m benchmarks.turns $(ARGS)

evaluate: setup ## measure the threat check on messages it was not trained on
	$(APP)/python tools/evaluate_threat.py --baselines
	$(APP)/python tools/train_threat.py --check

check: setup ## check the content (questions, tips, texts, routes)
	@$(APP)/woningscan check

lock: ## renew the locks in requirements/; add a package to a .in file first
	@sh tools/lock.sh $(ARGS)

clean: ## remove caches and trained models
	rm -rf .rasa models .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.venv*' -not -path './.tools/*' -prune -exec rm -rf {} +

distclean: clean ## remove the environments as well
	rm -rf .venv .venv-engine .tools
