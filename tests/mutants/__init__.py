"""Do the tests bite? Random small faults, one at a time, in a copy of the project; a fault that no test sees, survives.

`python -m tests.mutants --seed 1 --aantal 60` puts them in macros/ and lets the tests without a browser look, those first that reach
the place; `--soort sjabloon`, `typst` and `script` put them in templates and scripts and let the whole suite look. It is a way to
find what nobody tests, no gate: some faults change nothing that anybody could see.
"""
