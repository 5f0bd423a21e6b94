"""Reads a table, trains a model on it and says how good the model is."""
