"""How the adapters learn: by the trainer of transformers, until the conversations held back get no better."""

import hashlib
import math
import shutil
from pathlib import Path

import torch
from peft import PeftModel
from transformers import EarlyStoppingCallback, Trainer, TrainingArguments
from transformers.trainer_utils import get_last_checkpoint

from training.config import Config
from training.tokens import Example, Padded


def learn(
    model: PeftModel,
    training: list[Example],
    validation: list[Example],
    config: Config,
    padding: int,
    folder: Path,
) -> Trainer:
    """Learns and goes back to the best epoch; an interrupted training goes on from its checkpoint."""
    batches = math.ceil(len(training) / (config.batch * config.accumulate))
    settings = TrainingArguments(
        output_dir=str(folder),
        num_train_epochs=config.epochs,
        per_device_train_batch_size=config.batch,
        per_device_eval_batch_size=config.batch,
        gradient_accumulation_steps=config.accumulate,
        learning_rate=config.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=round(config.warm_up * config.epochs * batches),
        max_grad_norm=config.clip,
        eval_strategy="epoch",
        save_strategy="epoch",
        save_total_limit=2,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        remove_unused_columns=False,
        label_names=["labels"],
        report_to="none",
        disable_tqdm=True,
        dataloader_pin_memory=torch.cuda.is_available(),
        seed=config.seed,
        data_seed=config.seed,
    )
    trainer = Trainer(
        model=model,
        args=settings,
        train_dataset=training,  # type: ignore[arg-type]
        eval_dataset=validation,  # type: ignore[arg-type]
        data_collator=Padded(padding),
        callbacks=[EarlyStoppingCallback(config.patience)],
    )
    last = get_last_checkpoint(str(folder)) if folder.is_dir() else None
    trainer.train(resume_from_checkpoint=last)
    # The best adapters are in the model now.
    shutil.rmtree(folder)
    return trainer


def mark_of(config: Config) -> str:
    """What tells one training from another: only the same one goes on from its checkpoint."""
    digest = hashlib.sha256(config.data.read_bytes())
    digest.update(repr(config).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()[:12]
