"""Measures: how long a build takes and what a page weighs. Figures are printed, never written by hand."""
