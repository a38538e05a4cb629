# The commands a person types. Each sets up what it needs (scripts/setup.sh). HOST=0.0.0.0 lets the phones of your network in.
HOST ?= 127.0.0.1
PORT ?= 8080

.PHONY: serve build check test engines browsers size bench bench-tools bench-scoring bench-pages fuzz mutants faults audit hosts pictures release clean fmt
serve: build
	@scripts/serve.sh $(HOST) $(PORT)

build:
	@scripts/setup.sh build
	@scripts/build.sh

# Formatting, lints, types of the scripts, native tests: a minute.
check:
	@scripts/setup.sh check
	@scripts/check.sh

# All of that, the site, the whole suite in Chromium, and a smoke run in Firefox and WebKitGTK.
test:
	@scripts/setup.sh test
	@scripts/test.sh

# What `make test` leaves out: the whole suite in Firefox and WebKitGTK, the other languages, the development build, licences, docs.
engines:
	@scripts/setup.sh test
	@scripts/engines.sh

# Only what runs in browsers. One of them, one suite: make browsers EXHALE_ENGINE=firefox ONLY="navigation:"
browsers: build
	@scripts/setup.sh test
	@scripts/example.sh
	@scripts/package.sh
	@bash -c 'source scripts/env.sh && cargo test --quiet --locked -p exhale-browser-tests -- $${ONLY:+"$$ONLY"}'

size: build
	@node scripts/size.mjs dist
	@scripts/setup.sh size
	@bash -c 'source scripts/env.sh && node scripts/crates.mjs'

# All that is measured. Quick, to try the bench itself: make bench-pages BENCH_ROUNDS=1 BENCH_LIGHTHOUSE=0
bench: bench-tools bench-scoring bench-pages

bench-tools:
	@scripts/bench.sh tools

bench-pages:
	@scripts/bench.sh

bench-scoring:
	@scripts/setup.sh build
	@bash -c 'source scripts/env.sh && cargo bench --locked --bench scoring'

fuzz:
	@scripts/fuzz.sh

# Whether the tests would notice: three quarters of an hour, and one. Some of them: make mutants EXHALE_SHARD=0/4, make faults PART=frame
mutants:
	@scripts/mutants.sh

faults:
	@scripts/setup.sh test
	@bash -c 'source scripts/env.sh && python3 scripts/fault-injection.py "$$EXHALE_CACHE/faults" "$(PART)"'

# Checks dependencies for known vulnerabilities. It needs the list, which is fetched.
audit:
	@scripts/setup.sh check
	@bash -c 'source scripts/env.sh && cargo deny --all-features check advisories'

# The quiz on real hosts: WordPress, Hugo, Jekyll, pages with meddling scripts, nginx, Caddy, Apache (scripts/hosts.sh). Debian only.
hosts: build
	@scripts/setup.sh hosts
	@scripts/hosts.sh

fmt:
	@scripts/setup.sh check
	@cargo fmt --all
	@cd examples/yew-app && cargo fmt
	@bash -c "source scripts/env.sh && prettier --log-level warn --write '**/*.{js,mjs,ts,css}'"

# Everything that is published, in target/release-files (scripts/release.sh).
release:
	@scripts/release.sh

# Screenshots of every screen, to be looked at; the two that the README shows are taken from them.
PICTURES ?= target/pictures
pictures: build
	@scripts/setup.sh test
	@bash -c 'source scripts/env.sh && EXHALE_ENGINE=chromium EXHALE_PICTURES=$(abspath $(PICTURES)) cargo test --quiet --locked -p exhale-browser-tests'
	@mkdir -p docs/pictures && cp $(PICTURES)/statement-phone.png docs/pictures/statement.png && cp $(PICTURES)/result-phone.png docs/pictures/result.png

clean:
	@bash -c 'source scripts/env.sh && rm -rf dist target && cargo clean --quiet --workspace && rm -rf "$$EXHALE_CACHE"/target-*'
