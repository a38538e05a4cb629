# The commands a person types. Each sets up what it needs (scripts/setup.sh); `make bench` wants Chromium to be there.
# HOST=0.0.0.0 lets the phones of your network in.
HOST ?= 127.0.0.1
PORT ?= 8080

.PHONY: serve build test browsers size bench bench-tools bench-scoring bench-pages fuzz mutants planted audit pictures release clean fmt
serve: build
	@python3 scripts/serve.py --host $(HOST) --port $(PORT) dist

build:
	@scripts/setup.sh build
	@scripts/build.sh

test:
	@scripts/test.sh

# Only what runs in browsers. One of them, one suite: make browsers EXHALE_ENGINE=firefox ONLY="moving:"
browsers: build
	@scripts/setup.sh test
	@scripts/example.sh
	@scripts/package.sh
	@bash -c 'source scripts/env.sh && cargo test --quiet --locked --test browser -- $${ONLY:+"$$ONLY"}'

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

# Whether the tests would notice: three quarters of an hour, and one. Some of them: make mutants EXHALE_SHARD=0/4, make planted PART=frame
mutants:
	@scripts/mutants.sh

planted:
	@scripts/setup.sh test
	@bash -c 'source scripts/env.sh && python3 scripts/planted.py "$$EXHALE_CACHE/planted" "$(PART)"'

# What is known to be wrong with the crates that are used. It needs the list, which is fetched.
audit:
	@scripts/setup.sh test
	@bash -c 'source scripts/env.sh && cargo deny --all-features check advisories'

fmt:
	@scripts/setup.sh fmt
	@cargo fmt
	@cd examples/yew-app && cargo fmt
	@bash -c "source scripts/env.sh && prettier --log-level warn --write '**/*.{js,mjs,ts,css}'"

# Everything that is given out, in target/release-files: the site, the packages, and what each file must hold (scripts/release.sh).
release:
	@scripts/release.sh

# Pictures of every screen, to be looked at; the two that the README shows are taken from them.
PICTURES ?= target/pictures
pictures: build
	@scripts/setup.sh test
	@bash -c 'source scripts/env.sh && EXHALE_ENGINE=chromium EXHALE_PICTURES=$(abspath $(PICTURES)) cargo test --quiet --locked --test browser'
	@mkdir -p docs/pictures && cp $(PICTURES)/statement-phone.png docs/pictures/statement.png && cp $(PICTURES)/result-phone.png docs/pictures/result.png

clean:
	@bash -c 'source scripts/env.sh && rm -rf dist target/example-site && cargo clean --package exhale && rm -rf "$$EXHALE_CACHE/target-wasm" "$$EXHALE_CACHE/target-example"'
