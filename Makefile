# The commands of the README. A fresh Debian 12 with a Swift toolchain needs nothing else.

# The package manager keeps its plan until its environment changes: this names the folders of
# Plugins/, so that a new one is always seen.
export PRESSWORK_STAGES := $(shell ls Plugins | cksum | tr -d ' ')

# The compiler embeds the tables of words and does not always notice that one has changed.
$(shell [ -z "$$(find Sources/CPressTables/tables -newer Sources/CPressTables/tables.c)" ] \
  || touch Sources/CPressTables/tables.c)

SYSTEM_PACKAGES := curl libsqlite3-dev libyaml-dev nettle-dev pkg-config poppler-utils zlib1g-dev
TEST_PACKAGES := python3-jsonschema
BUILD := swift build --explicit-target-dependency-import-check error

.PHONY: run build release test check format bench fuzz tough faults docs system test-system clean help

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: release ## build the release binary and run the Bamako pipeline
	@.build/release/presswork run bamako-ministerial
	@echo; head -n 24 Reports/bamako-ministerial/briefing.md

build: system ## build for working on it: .build/debug/presswork
	@$(BUILD)

release: system ## build for use: .build/release/presswork
	@swift build -c release --static-swift-stdlib --product presswork

test: system test-system ## run all tests
	@PRESSWORK_STRICT=1 $(BUILD) --build-tests
	@PRESSWORK_STRICT=1 swift test --skip-build

check: system ## everything that must hold but the tests: format, layers, warnings, documents
	@swift format lint --strict --recursive --parallel Package.swift Sources Plugins Tests BuildTools Benchmarks
	@PRESSWORK_STRICT=1 $(BUILD)
	@sh BuildTools/check-documents.sh .build/debug/presswork

format: ## bring the code into the house's format
	@swift format --in-place --recursive --parallel Package.swift Sources Plugins Tests BuildTools Benchmarks

docs: build ## write the generated documents anew
	@sh BuildTools/write-documents.sh .build/debug/presswork

bench: release ## measure quality against its floors, and speed beside other programs
	@swift build -c release --static-swift-stdlib --product parse-pages
	@python3 Benchmarks/quality.py
	@python3 Benchmarks/release_pages.py
	@python3 Benchmarks/linking.py
	@python3 Benchmarks/key_points.py
	@bash Benchmarks/run.sh
	@python3 Benchmarks/stages.py
	@python3 Benchmarks/peers.py
	@python3 Benchmarks/duplicates.py
	@python3 Benchmarks/nights.py

fuzz: system ## fuzz the readers under the address sanitizer (READER=html SECONDS=60 SEEDS=FOLDER)
	@READER="$(READER)" SECONDS_EACH="$(or $(SECONDS),60)" SEEDS="$(SEEDS)" bash Tests/Fuzz/fuzz.sh

tough: release ## read large and hostile inputs within limits of time and memory (SCALE=0.1)
	@python3 Benchmarks/tough.py --scale $(or $(SCALE),1)

faults: release ## end runs at 200 points and fail their writes at 50; the next run must mend all
	@python3 Tests/Faults/faults.py

system:
	@sh BuildTools/install-packages.sh $(SYSTEM_PACKAGES)

test-system:
	@sh BuildTools/install-packages.sh $(TEST_PACKAGES)

clean: ## remove what was built
	@rm -rf .build
