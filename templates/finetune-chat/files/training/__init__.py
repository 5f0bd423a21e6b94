"""Teaches a language model by conversations and says how good it became."""
