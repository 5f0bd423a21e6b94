"""The model, its tokens, and the adapters that learn."""

from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedTokenizerFast

from training.config import Config
from training.tokens import PLAIN


def load_tokenizer(source: str | Path) -> PreTrainedTokenizerFast:
    """How the model cuts texts, and writes conversations."""
    tokenizer = AutoTokenizer.from_pretrained(str(source))
    if tokenizer.chat_template is None:
        tokenizer.chat_template = PLAIN
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def with_adapters(config: Config) -> PeftModel:
    """The model as it is, with adapters of low rank beside all its linear layers."""
    adapters = LoraConfig(
        r=config.rank,
        lora_alpha=config.alpha,
        lora_dropout=config.dropout,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )
    return get_peft_model(load_model(config.model), adapters)


def load_model(source: str) -> torch.nn.Module:
    """A model in half precision where there is a graphics card for it."""
    precision = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    return AutoModelForCausalLM.from_pretrained(source, dtype=precision)


def load_tuned(config: Config, folder: Path) -> PeftModel:
    """The model with the adapters that were learned."""
    return PeftModel.from_pretrained(load_model(config.model), str(folder)).eval()
