# Two commands matter: `make demo` runs the main job, `make test` passes the tests.
# Both install what they need by name and work on a bare Debian 12 with the Swift toolchain.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
BINARY = .build/release/vindplaats

.PHONY: demo test test-slow fuzz build release lint check accuracy corpus install clean \
  differential differential-record \
  bench bench-check bench-scaling bench-presidio bench-documents \
  bench-store bench-subjects

demo: release
	@mkdir -p .build/demo
	@$(BINARY) scan Corpus/demo --no-store --out html=.build/demo/report.html --out csv=.build/demo/report.csv \
	  || test $$? -eq 3
	@echo
	@echo "HTML report: $(CURDIR)/.build/demo/report.html"

test: release
	@Scripts/install python3 strace
	$(SWIFT_BUILD) --build-tests
	VINDPLAATS=$(CURDIR)/$(BINARY) swift test --skip-build

# What takes minutes: scans that are killed at many random moments.
test-slow: release
	@Scripts/install python3
	$(SWIFT_BUILD) --build-tests
	VINDPLAATS=$(CURDIR)/$(BINARY) VINDPLAATS_SLOW_TESTS=1 swift test --skip-build \
	  --filter 'StoreFaultTests/.*killed'

# Hostile text, compared with plain passes: FUZZ_BYTES of it, made from FUZZ_SEED.
FUZZ_BYTES = 25165824
FUZZ_SEED = 1
# Hostile bytes for every reader of documents, for so long each.
FUZZ_SECONDS = 10

fuzz: install
	$(SWIFT_BUILD) -c release --product matcher-fuzz
	.build/release/matcher-fuzz $(FUZZ_BYTES) $(FUZZ_SEED)
	FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_SEED=$(FUZZ_SEED) Scripts/fuzz

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
	@Scripts/accuracy-subjects $(BINARY)

# What our readers take out of documents beside what other tools agreed on when it was recorded.
differential: install
	@Scripts/install python3
	$(SWIFT_BUILD) -c release --product text-dump
	@Scripts/differential .build/release/text-dump

# Records that anew, with the tools that are installed or can be.
ORACLES = $(DOCUMENT_PEERS) libreoffice-writer libreoffice-calc libreoffice-impress bzip2 cpio lz4 \
  zstd lhasa libimage-exiftool-perl libmime-tools-perl postgresql-client binutils dcmtk pspp r-base-core \
  ffmpeg undbx libevtx-utils

differential-record:
	@$(INSTALL_DOCUMENT_PEERS) lxml vobject msoffcrypto-tool cryptography pydicom pyreadstat numbers-parser pandas pyreadr pyarrow duckdb mutagen evtx
	@for peer in $(ORACLES); do Scripts/install $$peer || echo "$$peer cannot be installed"; done
	@.build/documents/bin/python Scripts/differential --record

# The peers of the benchmarks; one that is not installed is left out of the comparison.
PEERS = binutils g++ ripgrep ugrep valgrind libhyperscan-dev libre2-dev
INSTALL_PEERS = Scripts/install python3 gcc libc6-dev; \
  for peer in $(PEERS); do Scripts/install $$peer || echo "$$peer cannot be installed"; done

bench: release
	@$(INSTALL_PEERS)
	@Benchmarks/throughput $(BINARY)

bench-check: release
	@$(INSTALL_PEERS)
	@$(INSTALL_DOCUMENT_PEERS)
	@Benchmarks/check $(BINARY)

bench-store: release
	@Scripts/install python3 gcc libc6-dev
	@Scripts/install strace || echo "strace cannot be installed"
	@Benchmarks/store $(BINARY)

bench-subjects: release
	@Scripts/install python3 gcc libc6-dev binutils
	@Scripts/install valgrind || echo "valgrind cannot be installed"
	@Benchmarks/subjects $(BINARY)

bench-scaling: release
	@Scripts/install python3 gcc libc6-dev
	@Benchmarks/scaling $(BINARY)

# What documents are written with and compared with; LibreOffice is used where it is there.
DOCUMENT_PEERS = ripgrep pandoc poppler-utils unzip libarchive-tools 7zip xz-utils sqlite3 catdoc \
  antiword unrtf
DOCUMENT_LIBRARIES = python-docx openpyxl python-pptx reportlab odfpy xlrd dbfread pdfplumber pypdf \
  extract-msg striprtf

INSTALL_DOCUMENT_PEERS = Scripts/install python3 python3-venv gcc libc6-dev; \
  for peer in $(DOCUMENT_PEERS); do Scripts/install $$peer || echo "$$peer cannot be installed"; done; \
  test -x .build/documents/bin/python || python3 -m venv .build/documents; \
  .build/documents/bin/pip install --quiet $(DOCUMENT_LIBRARIES)

bench-documents: release
	@$(INSTALL_DOCUMENT_PEERS)
	@Benchmarks/documents $(BINARY)

bench-presidio:
	@Scripts/install python3 python3-venv
	@test -x .build/presidio/bin/python || python3 -m venv .build/presidio
	@.build/presidio/bin/pip install --quiet presidio-analyzer

corpus:
	@Scripts/install python3
	python3 Corpus/build.py

check:
	Scripts/check

clean:
	rm -rf .build
