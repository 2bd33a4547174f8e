"""Figures that a policy reader understands: `draw_<what>(table, …) -> Drawing`."""
