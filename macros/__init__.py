"""A training site from data files: YAML text, positions, models, templates; one direction, no way back.

Three doors stand in this hall: `main` (macros), `hooks` (MkDocs) and `__main__` (the command line). The rooms, from the ground up:
source, model, own, content, pages, paper and decks, finish, engine. A room may use the rooms below it, never one above.
"""
