"""Keeps runs for MLflow: mlflow ui --backend-store-uri sqlite:///runs.db."""

import os

import mlflow

from training.config import ROOT


def track(
    settings: dict[str, str], scores: dict[str, float], steps: list[dict[str, float]]
) -> None:
    """
    Writes one run to the server of MLFLOW_TRACKING_URI, or else to a database beside this code:
    its scores, and what was measured step by step where a model has steps.
    """
    if "MLFLOW_TRACKING_URI" not in os.environ:
        mlflow.set_tracking_uri(f"sqlite:///{(ROOT / 'runs.db').as_posix()}")
    with mlflow.start_run():
        mlflow.log_params(settings)
        mlflow.log_metrics(scores)
        for i, step in enumerate(steps):
            mlflow.log_metrics(step, step=i)
