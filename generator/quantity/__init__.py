"""Numbers with their units: the words 近9万平方米 to a value, a unit and how exact it is."""

from generator.quantity.finder import find_quantities
from generator.quantity.units import base_value, family

__all__ = ["base_value", "family", "find_quantities"]
