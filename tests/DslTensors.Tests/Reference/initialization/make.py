"""Writes initialization.json: what torch.nn.init makes of a seed. Run with a Python that has PyTorch 1.13: python3 make.py"""

import json
import pathlib

import torch
from torch.nn import init

CASES = {
    "uniform": ([3, 5], lambda w: init.uniform_(w, -2, 3)),
    "normal": ([4, 9], lambda w: init.normal_(w, 1, 0.5)),
    "normal of few": ([3, 3], lambda w: init.normal_(w)),
    "eye": ([3, 4], lambda w: init.eye_(w)),
    "dirac": ([4, 3, 3], lambda w: init.dirac_(w)),
    "dirac in groups": ([6, 2, 3, 2], lambda w: init.dirac_(w, 3)),
    "dirac in space": ([2, 3, 2, 3, 1], lambda w: init.dirac_(w)),
    "xavier uniform": ([4, 6], lambda w: init.xavier_uniform_(w, 2)),
    "xavier normal": ([4, 6, 2], lambda w: init.xavier_normal_(w, 5 / 3)),
    "kaiming uniform": ([5, 4], lambda w: init.kaiming_uniform_(w)),
    "kaiming uniform of tanh": ([5, 4], lambda w: init.kaiming_uniform_(w, mode="fan_out", nonlinearity="tanh")),
    "kaiming uniform of layers": ([5, 4], lambda w: init.kaiming_uniform_(w, a=5**0.5)),
    "kaiming normal": ([5, 4], lambda w: init.kaiming_normal_(w)),
    "kaiming normal of relu": ([5, 4, 3], lambda w: init.kaiming_normal_(w, mode="fan_out", nonlinearity="relu")),
    "trunc normal": ([6, 7], lambda w: init.trunc_normal_(w)),
    "trunc normal around": ([6, 7], lambda w: init.trunc_normal_(w, 0.5, 0.02, 0.47, 0.6)),
    "orthogonal": ([5, 3], lambda w: init.orthogonal_(w)),
    "orthogonal of a wide one": ([3, 2, 4], lambda w: init.orthogonal_(w, 2)),
    "sparse": ([7, 5], lambda w: init.sparse_(w, 0.4)),
}

GAINS = [("Linear", "linear", None), ("Conv", "conv2d", None), ("Sigmoid", "sigmoid", None), ("Tanh", "tanh", None),
         ("Relu", "relu", None), ("LeakyRelu", "leaky_relu", None), ("LeakyRelu", "leaky_relu", 0.3), ("Selu", "selu", None)]

answers = []
for dtype in (torch.float32, torch.float64):
    for name, (shape, fill) in CASES.items():
        weight = torch.empty(shape, dtype=dtype)
        torch.manual_seed(0)
        fill(weight)
        answers.append({"name": name, "dtype": str(dtype).removeprefix("torch."), "shape": shape,
                        "values": weight.flatten().tolist(), "next": torch.randint(0, 1 << 30, [1]).item()})

text = {"cases": answers, "gains": [[ours, param, init.calculate_gain(theirs, param)] for ours, theirs, param in GAINS]}
lines = ",\n".join(json.dumps(answer) for answer in text["cases"])
pathlib.Path(__file__).with_name("initialization.json").write_text(f'{{"gains": {json.dumps(text["gains"])},\n"cases": [\n{lines}\n]}}\n')
