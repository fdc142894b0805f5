# The two commands: `make run` and `make test`. Both do all set-up by themselves.

.PHONY: run test setup ui format lint unit page browser window main-job bench bindings windows test-windows windows-check
.DEFAULT_GOAL := run

export CARGO_TERM_COLOR ?= auto

setup:
	@scripts/setup.sh

ui: setup
	@cd ui && npm run --silent build

# Opens the program; where there is no display, runs the main job on the demo year instead.
run: ui
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		cargo run --release -p huiqian-desktop --features custom-protocol; \
	else \
		$(MAKE) --no-print-directory main-job; \
	fi

# demo → settle → report → sign → sign → check, and where the files lie.
main-job: setup
	@cargo build --quiet --release -p cli
	@scripts/main-job.sh

test: format ui lint unit windows-check page browser window
	@echo "make test: everything passed"

format: setup
	cargo fmt --all --check

lint: ui
	cargo clippy-all --quiet -- -D warnings

unit: ui
	PATH="$$(dirname "$$(scripts/python-tools.sh)"):$$PATH" cargo test-all --quiet

page: setup
	cd ui && npm run --silent lint && npm run --silent typecheck && npm run --silent test

browser: ui
	tests/browser/run.sh

window: ui
	tests/desktop/run.sh

# The two Windows programs and their installer, built here; where they lie is printed. Sets up its own toolchain, once.
windows: ui
	scripts/windows-build.sh

# The tests of the rooms, the installer and the main job under Wine.
test-windows: windows
	tests/windows/run.sh

# Everything but the window still compiles for Windows; only where the toolchain is there already.
windows-check: setup
	@if scripts/windows-toolchain.sh --present >/dev/null; then \
		scripts/windows-cargo.sh check --quiet --workspace --exclude huiqian-desktop --exclude huiqian-benches --all-targets; \
	else \
		echo "windows-check: left out, the Windows toolchain is not set up (make windows)"; \
	fi

# Writes ui/src/bindings anew from the Rust types.
bindings:
	UPDATE_BINDINGS=1 cargo test --quiet -p app --test main bindings

bench: setup
	scripts/bench.sh
