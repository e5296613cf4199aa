# Two commands matter: `make demo` runs the main job, `make test` passes the tests.
# Both install what they need by name and work on a bare Debian 12 with the Swift toolchain.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
BINARY = .build/release/vindplaats

.PHONY: demo test build release lint check accuracy bench corpus install clean

demo: release
	@mkdir -p .build/demo
	@$(BINARY) scan Corpus/demo --out html=.build/demo/report.html --out csv=.build/demo/report.csv \
	  || test $$? -eq 3
	@echo
	@echo "HTML report: $(CURDIR)/.build/demo/report.html"

test: release
	$(SWIFT_BUILD) --build-tests
	VINDPLAATS=$(CURDIR)/$(BINARY) swift test --skip-build

install:
	@Scripts/install

build: install
	$(SWIFT_BUILD)

release: install
	$(SWIFT_BUILD) -c release --product vindplaats

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

accuracy: release
	@Scripts/install python3
	@Scripts/accuracy $(BINARY)

bench: release
	@Scripts/install ripgrep python3
	@Benchmarks/scan-throughput $(BINARY)

corpus:
	@Scripts/install python3
	python3 Corpus/build.py

check:
	Scripts/check

clean:
	rm -rf .build
