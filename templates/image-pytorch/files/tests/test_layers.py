"""What was learned elsewhere stays as it was."""

import torch

from training.layers import Taught, layers


def test_only_the_last_layers_learn() -> None:
    network = layers(torch.zeros((1, 32, 32, 3), dtype=torch.uint8), (8,), 2, 0, "he")
    assert isinstance(network, Taught)
    assert not any(one.requires_grad for one in network.known.parameters())
    assert all(one.requires_grad for one in network.last.parameters())
    before = {name: one.clone() for name, one in network.known.state_dict().items()}
    network.train()(torch.randint(0, 255, (4, 32, 32, 3), dtype=torch.uint8))
    assert all(torch.equal(one, before[name]) for name, one in network.known.state_dict().items())
