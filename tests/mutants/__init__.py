"""Do the tests bite? Small random faults, one at a time, in a copy of the project.

`python tests/mutants --seed 1 --aantal 60` puts them in macros/ and lets the tests without a browser look,
those first that reach the place. `--soort sjabloon`, `typst` or `script` puts them in templates and scripts,
and lets the tests look that touch those, in a browser too. It finds what nobody tests, and is no gate: some
faults change nothing that anybody could see.
"""
