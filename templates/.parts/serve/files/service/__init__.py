"""Serves the model over HTTP."""
