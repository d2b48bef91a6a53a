"""园鉴: facts about China's development zones, each with the words that prove it."""

__version__ = "0.1.0"
