"""What good means: one definition of each measure for reviews, comparisons and studies."""

from warmzone.measures.definitions import CLOCKS, MEASURES, OUTCOMES, Measure, read

__all__ = ["CLOCKS", "MEASURES", "OUTCOMES", "Measure", "read"]
