"""The commands of `python -m generator`: one module a command, with `add(subparsers)` and `run(arguments) -> int`."""
