"""Findings before a drafter: as a table, as a page, as a Word file to annotate.

`table` is for scripts and spreadsheets, `page` for reading, `word` for a meeting where
every finding is decided on; `surroundings` quotes a place with the lines around it.
"""
