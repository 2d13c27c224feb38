"""Workbooks: cells and their places, and what is hidden among them."""
