"""`python -m tests.bench`."""

from tests.bench import extraction

if __name__ == "__main__":
    extraction.report()
