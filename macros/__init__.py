"""Samen met ouders: from the data files to pages, decks and prints.

One direction: YAML text -> positions -> models -> templates. Only `main`, `hooks` and `preview` know MkDocs.
"""
