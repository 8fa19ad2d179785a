#!/usr/bin/env bash
# Pins the newest versions that fit pyproject.toml, with hashes and without any registry's address.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

pin() {
  .venv/bin/python -m uv pip compile pyproject.toml requirements.in "$@" --quiet --upgrade \
    --generate-hashes --universal --python-version 3.11 --fork-strategy fewest \
    --no-header --no-emit-index-url --no-emit-find-links
}

pin --output-file requirements.txt
# What runs and what is tested are the same versions.
pin --extra dev --constraint requirements.txt --output-file requirements-dev.txt
