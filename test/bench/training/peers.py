"""One network in Keras or PyTorch on the processor: the same sizes, batch and optimiser as models.ts. Prints one line of JSON."""
import json
import resource
import sys
import time

WHO, WHAT, SECONDS = sys.argv[1], sys.argv[2], float(sys.argv[3])
BATCH = {"mlp": 128, "tabular": 32, "cnn": 64, "lstm": 32, "embedding": 32, "transformer": 16}[WHAT]
OUTPUTS = {"mlp": 10, "tabular": 3, "cnn": 10, "lstm": 1, "embedding": 2, "transformer": 2}[WHAT]
SHAPE = {"mlp": (784,), "tabular": (20,), "cnn": (28, 28, 1), "lstm": (50, 8), "embedding": (100,), "transformer": (64,)}[WHAT]


def measure(step):
    for _ in range(5):
        step()
    rates, end = [], time.perf_counter() + SECONDS
    while time.perf_counter() < end or len(rates) < 3:
        start, steps = time.perf_counter(), 0
        while time.perf_counter() - start < SECONDS / 12:
            step()
            steps += 1
        rates.append(steps * BATCH / (time.perf_counter() - start))
    rates.sort()
    return rates[len(rates) // 2]


def torch_step():
    import torch
    from torch import nn

    class Network(nn.Module):
        def __init__(self):
            super().__init__()
            if WHAT in ("mlp", "tabular"):
                sizes = (784, 512, 512) if WHAT == "mlp" else (20, 64, 32)
                layers = [part for a, b in zip(sizes, sizes[1:]) for part in (nn.Linear(a, b), nn.ReLU())]
                self.body = nn.Sequential(*layers, nn.Linear(sizes[-1], OUTPUTS))
            elif WHAT == "cnn":
                self.body = nn.Sequential(
                    nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
                    nn.Flatten(), nn.Linear(64 * 49, OUTPUTS))
            elif WHAT == "lstm":
                self.lstm, self.head = nn.LSTM(8, 64, batch_first=True), nn.Linear(64, OUTPUTS)
            elif WHAT == "embedding":
                self.table, self.head = nn.Embedding(5000, 32), nn.Linear(32, OUTPUTS)
            else:
                self.table, self.place = nn.Embedding(1000, 64), nn.Parameter(torch.zeros(64, 64))
                self.layer, self.head = nn.TransformerEncoderLayer(64, 4, 256, dropout=0.0, batch_first=True), nn.Linear(64, OUTPUTS)

        def forward(self, x):
            if WHAT == "lstm":
                return self.head(self.lstm(x)[0][:, -1])
            if WHAT == "embedding":
                return self.head(self.table(x).mean(1))
            if WHAT == "transformer":
                return self.head(self.layer(self.table(x) + self.place).mean(1))
            return self.body(x)

    torch.manual_seed(1)
    x = torch.randint(0, 1000, (BATCH, *SHAPE)) if WHAT in ("embedding", "transformer") else torch.randn(BATCH, *((1, 28, 28) if WHAT == "cnn" else SHAPE))
    y = torch.randn(BATCH, 1) if OUTPUTS == 1 else torch.randint(0, OUTPUTS, (BATCH,))
    network, loss = Network(), nn.MSELoss() if OUTPUTS == 1 else nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=0.001, eps=1e-7)

    def step():
        optimizer.zero_grad()
        error = loss(network(x), y)
        error.backward()
        optimizer.step()
        return error.item()

    return step


def keras_step():
    import keras
    import numpy as np
    from keras import layers, ops

    inputs = keras.Input(SHAPE, dtype="int32" if WHAT in ("embedding", "transformer") else "float32")
    if WHAT in ("mlp", "tabular"):
        h = inputs
        for units in (512, 512) if WHAT == "mlp" else (64, 32):
            h = layers.Dense(units, "relu")(h)
    elif WHAT == "cnn":
        h = inputs
        for filters in (32, 64):
            h = layers.MaxPooling2D(2)(layers.Conv2D(filters, 3, padding="same", activation="relu")(h))
        h = layers.Flatten()(h)
    elif WHAT == "lstm":
        h = layers.LSTM(64)(inputs)
    elif WHAT == "embedding":
        h = layers.GlobalAveragePooling1D()(layers.Embedding(5000, 32)(inputs))
    else:
        h = layers.Embedding(1000, 64)(inputs) + layers.Embedding(64, 64)(ops.arange(64))
        h = layers.LayerNormalization()(h + layers.MultiHeadAttention(4, 16, use_bias=False)(h, h))
        h = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(h + layers.Dense(64)(layers.Dense(256, "relu")(h))))
    model = keras.Model(inputs, layers.Dense(OUTPUTS)(h))
    loss = "mse" if OUTPUTS == 1 else keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(0.001), loss)
    random = np.random.default_rng(1)
    x = random.integers(0, 1000, (BATCH, *SHAPE)) if WHAT in ("embedding", "transformer") else random.standard_normal((BATCH, *SHAPE), dtype=np.float32)
    y = random.standard_normal((BATCH, 1), dtype=np.float32) if OUTPUTS == 1 else random.integers(0, OUTPUTS, BATCH)
    return lambda: model.train_on_batch(x, y)


try:
    speed = measure({"torch": torch_step, "keras": keras_step}[WHO]())
    print(json.dumps({"speed": speed, "losses": [], "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))
except ImportError as problem:
    print(json.dumps({"reason": f"this Python has no {problem.name}"}))
