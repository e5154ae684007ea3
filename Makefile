# Everything is built in the release profile, so that HiGHS, which takes about seven minutes on two
# cores, is compiled once for demo, tests, lints and benches.

.PHONY: build demo test trust fuzz mutants lint bench contrib slurm office browser python wheel sdist tools report-tools groningen growth

build: tools
	cargo build --release --locked

# Plans the bundled region within a minute, prints a summary and writes groningen.plan.json.
demo: build
	target/release/plaatswijzer solve instances/groningen.json --time-limit 55 -o groningen.plan.json
	target/release/plaatswijzer verify instances/groningen.json groningen.plan.json

# Unit tests and the whole suite with HiGHS, then the suite without any C++.
test: tools
	cargo test --release --locked
	cargo test --release --locked --no-default-features --test suite

# The random tests with many more instances, kills and full disks than in `make test`: some hours on two cores
# (docs/trust.md). FACTOR says how many times more.
FACTOR ?= 25
trust: tools
	PLAATSWIJZER_TRUST=$(FACTOR) cargo test --release --locked --test suite -- against_oracle second_solver \
		decomposition::both_methods_find_the_same_optimum_of_tiny certificates conditions clashes replanning why \
		kills killed fifty_kills full_disk fuzzed

# Fuzzes every parser, or those in PARSERS, with a coverage guide: MINUTES each, with at most 1 GiB of memory.
MINUTES ?= 10
PARSERS ?=
fuzz:
	sh scripts/fuzz.sh $(MINUTES) $(PARSERS)

# Changes the check's own code and the rules in one place at a time, and counts the changes that no test notices: one part
# of a hundred by default (PART), as all of them take days. Needs cargo-mutants.
PART ?= 0/100
mutants:
	cargo mutants --no-config --file 'src/verify/*.rs' --file 'src/rules/**/*.rs' --file src/plan/tally.rs --shard $(PART) --sharding round-robin \
		--output target --no-default-features -- --lib --test suite -- rules:: verify:: plan:: \
		plan_mutation claim_mutation mutation against_oracle certificates growth

lint: tools
	cargo fmt --check
	cargo clippy --release --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --no-deps
	python3 scripts/licences.py

bench: tools
	cargo bench --locked

# The recipes for other programs, with these programs, and the checker of certificates.
contrib: build
	sh scripts/contrib_tools.sh
	bash contrib/slurm/test.sh
	PYTHON=$(CONTRIB)/python bash contrib/parallel/test.sh
	PYTHON=$(CONTRIB)/python bash contrib/hyperqueue/test.sh
	PYTHON=$(CONTRIB)/python bash contrib/kubernetes/test.sh
	SNAKEMAKE=$(CONTRIB)/snakemake bash contrib/snakemake/test.sh
	PATH=$(CONTRIB):$$PATH python contrib/analysis/test.py
	python3 contrib/certificate/test.py

CONTRIB = $(CURDIR)/.tools/contrib/bin

# The script for Slurm with a real one, which runs on this machine meanwhile.
slurm: build
	sh scripts/contrib_tools.sh slurm
	bash contrib/slurm/real.sh

# Opens reports in LibreOffice and compares their cells; needs `soffice` (Debian: libreoffice-calc). Other
# folders of workbooks are opened too: make office WORKBOOKS="FOLDER …".
office: build report-tools
	python3 tests/office/check.py target/release/plaatswijzer $(WORKBOOKS)

# The pages in a real browser: needs Node 20 and Chromium (CHROMIUM names it where it is not /usr/bin/chromium).
browser: build report-tools
	cd tests/browser && npm ci --no-audit --no-fund
	node tests/browser/run.mjs target/release/plaatswijzer
	node tests/browser/serve.mjs target/release/plaatswijzer

# The Python package: its wheel from the build in target/release, installed in a fresh environment, tested and checked.
python: build
	sh contrib/python/make.sh check

# The wheel to hand out, for any Linux with glibc 2.28; compiles HiGHS anew, and is compared with the ordinary build.
wheel: build
	sh contrib/python/make.sh wheel

# The source package for PyPI.
sdist:
	sh contrib/python/make.sh sdist

# Solves all growth strategies: some three hours on two cores. Stopped, it goes on where it was.
growth: build
	target/release/plaatswijzer batch instances/growth.json -o growth

# Draws the bundled region anew; the file changes only when the generator does.
groningen: build
	target/release/plaatswijzer generate --preset groningen -o instances/groningen.json

tools:
	@sh scripts/tools.sh

report-tools:
	@sh scripts/report_tools.sh
