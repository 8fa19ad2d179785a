"""`python -m warmzone.cli` is the command `warmzone`."""

from warmzone.cli.app import main

main()
