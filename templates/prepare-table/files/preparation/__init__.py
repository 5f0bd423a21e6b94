"""Prepares a table for learning: checked, mended, split, and made of numbers."""
