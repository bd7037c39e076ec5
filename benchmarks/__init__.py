"""Figures to compare with the bars of the project; they fail nothing."""
