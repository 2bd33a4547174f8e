"""Pure arithmetic on numbers and arrays: gaps, paces, verdicts, inequality.

Numbers in, numbers out; nothing here reads a file, knows an indicator or imports the
rest of the package. Formula, unit, sign and source of every name: docs/methods.md.
"""
