"""Indicator tables: from cells, or from lines that once were cells, to facts.

`grids` holds cells in rows, `flattened` puts lines back into such a grid.

`titles` and `cells` read what stands in one cell; `indicators` puts them together.
"""
