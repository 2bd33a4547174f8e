"""A document put before a reviewer: as tables, as a page, as a workbook to decide on.

`find` reads a document; `tables`, `page` and `workbook` show what was found. The
workbook comes back through `fenghua data add`: `decisions` reads what its reviewer made
of it, and `supply` turns that into rows of the registry.
"""
