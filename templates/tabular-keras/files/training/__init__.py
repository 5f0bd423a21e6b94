"""Training on tables. Keras computes with JAX unless KERAS_BACKEND says otherwise."""

import os

os.environ.setdefault("KERAS_BACKEND", "jax")
