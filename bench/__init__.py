"""Measures what a maintainer wants to see: what pages weigh, and how long people wait.

In: the project, by its own commands alone. Out: figures beside their targets, here and in `results.md`.
"""
