# make            build, test, lint
# make demo       from nothing to a planned week: dependencies, release build, `muster run` on samples/northwind
# make test       every test and every linter
# make help       the rest

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := all

SWIFT ?= swift
export SWIFT

# Where `make demo` writes, and where `make docs` does.
OUT ?= out/northwind
DOCS ?= docs-out

# Tests of numbers and of theory need millions of contacts: an optimized build, in a folder of its own because
# other compiler flags would rebuild everything.
SLOW := ReferenceTests|TheoryTests
RELEASE_TESTS := -c release -Xswiftc -enable-testing --scratch-path .build-release-tests

# Every test is a Swift Testing test; leaving XCTest out spares its "Executed 0 tests". A run in which nothing ran
# is a failure: a misspelled filter must not pass.
TEST := --skip-build --disable-xctest
SOME_RAN := 2>&1 | awk '{ print; fflush() } /Test run with [1-9]/ { ran = 1 } END { if (!ran) print "no test ran"; exit !ran }'

FORMATTED := Sources Tests Package.swift Benchmarks/Sources Benchmarks/Package.swift

.PHONY: all help dependencies build demo test test-debug test-release test-scripts lint format golden \
	bench bench-simulation bench-records bench-queueing bench-forecast bench-table bench-nrp exactness samples docs real accuracy clean

all: build test lint

help:
	@echo 'make                    build, test, lint'
	@echo 'make demo               dependencies, release build, muster run on samples/northwind; OUT=$(OUT)'
	@echo 'make test               every test (debug, then numbers and theory from a release build) and lint'
	@echo 'make test-debug         the quick tests alone;  FILTER=HistoryRecord for some of them'
	@echo 'make test-release       the tests of numbers and of theory alone;  FILTER= likewise'
	@echo 'make test-scripts       the tests of scripts/ alone'
	@echo 'make lint               swift format (strict) and scripts/check-layers'
	@echo 'make format             swift format, in place'
	@echo 'make golden             record the golden files anew; fails once, so that the diff is read'
	@echo 'make bench              every benchmark; bench-simulation, -records, -queueing, -forecast, -table for one'
	@echo 'make bench-nrp          public nurse-rostering instances beside the best known; INSTANCES="4 5" for some'
	@echo 'make exactness          the simulator beside every exact value under three seeds: some minutes'
	@echo 'make samples            write samples/ anew; fails when a byte moved'
	@echo 'make docs               the documentation of every module as web pages in $(DOCS)'
	@echo 'make real               the main job on real histories; MUSTER_SHARED names their folder'
	@echo 'make accuracy           forecasts beside measured peers on the same histories, into the documentation;'
	@echo '                        MODELS=auto,day-shapes or MODELS=all for others'
	@echo 'make clean              remove everything that was built (not .highs, not out)'

dependencies:
	@scripts/install-dependencies

build: dependencies
	$(SWIFT) build --build-tests

demo: dependencies
	$(SWIFT) build -c release --product muster
	"$$($(SWIFT) build -c release --show-bin-path)/muster" run samples/northwind/plan.yaml -o "$(OUT)"

test: test-scripts lint test-debug test-release

FILTER ?=

test-debug: dependencies
	$(SWIFT) build --build-tests
	$(SWIFT) test $(TEST) $(if $(FILTER),--filter '$(FILTER)') --skip '$(SLOW)' $(SOME_RAN)

test-release: dependencies
	$(SWIFT) build $(RELEASE_TESTS) --build-tests
	$(SWIFT) test $(RELEASE_TESTS) $(TEST) --filter '$(or $(FILTER),$(SLOW))' $(SOME_RAN)

test-scripts:
	python3 -m unittest discover -s Tests/scripts

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)
	scripts/check-layers

format:
	$(SWIFT) format --in-place --recursive --parallel $(FORMATTED)

golden: dependencies
	$(SWIFT) build --build-tests
	MUSTER_RECORD_GOLDEN=1 $(SWIFT) test $(TEST) --filter GoldenTests

bench: bench-simulation bench-records bench-queueing bench-forecast bench-table

bench-simulation bench-records bench-queueing bench-forecast: dependencies
	scripts/bench $(@:bench-%=%)

bench-table: dependencies
	scripts/bench-table

# Public nurse-rostering instances, which stay where MUSTER_SHARED has them: up to ten minutes each.
INSTANCES ?=
bench-nrp: dependencies
	$(SWIFT) build -c release --product muster
	Benchmarks/scripts/nrp "$$($(SWIFT) build -c release --show-bin-path)/muster" $(INSTANCES)

exactness: dependencies
	$(SWIFT) build -c release --package-path Benchmarks --product bench
	"$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path)/bench" exactness

samples:
	scripts/make-samples

docs: dependencies
	scripts/make-docs "$(DOCS)"

real: dependencies
	$(SWIFT) build -c release --product muster
	scripts/real "$$($(SWIFT) build -c release --show-bin-path)/muster"

MODELS ?=

accuracy: dependencies
	$(SWIFT) build -c release --product muster
	scripts/accuracy "$$($(SWIFT) build -c release --show-bin-path)/muster" --write $(if $(MODELS),--models $(MODELS))

clean:
	rm -rf .build .build-* Benchmarks/.build "$(DOCS)"
