"""Writes drawn.json beside it: what PyTorch's random operators draw after torch.manual_seed(3). Needs PyTorch 1.13 without MKL."""
import json
import os

import torch

W = torch.tensor([[0.1, 0.4, 0.0, 0.5], [3.0, 1.0, 1.0, 2.0]])
P = torch.tensor([0.0, 0.25, 0.5, 0.75, 1.0, 0.5, 0.5, 0.5])
M, S = torch.arange(6.0).reshape(2, 3), torch.tensor([0.5, 1.0, 0.0])
CALLS = {
    "randint": lambda: torch.randint(10, [12]),
    "randint_low": lambda: torch.randint(-5, 5, [2, 6]),
    "randint_wide": lambda: torch.randint(0, 2**40, [5]),
    "randint_float": lambda: torch.randint(-5, 5, [6], dtype=torch.float32),
    "randint_like": lambda: torch.randint_like(M, 3, 9),
    "randperm": lambda: torch.randperm(10),
    "rand_like": lambda: torch.rand_like(M),
    "randn_like": lambda: torch.randn_like(M.double()),
    "bernoulli": lambda: torch.bernoulli(P),
    "bernoulli_double": lambda: torch.bernoulli(P.double()),
    "bernoulli_p": lambda: torch.bernoulli(P, 0.3),
    "normal": lambda: torch.normal(2.0, 0.5, [20]),
    "normal_means": lambda: torch.normal(M, 0.5),
    "normal_deviations": lambda: torch.normal(2.0, S),
    "normal_both": lambda: torch.normal(M, S.expand(2, 3)),
    "multinomial": lambda: torch.multinomial(W, 2),
    "multinomial_one": lambda: torch.multinomial(W, 1, replacement=True),
    "multinomial_replacement": lambda: torch.multinomial(W, 7, replacement=True),
    "multinomial_vector": lambda: torch.multinomial(W[1], 3),
}
answers = {}
for name, call in CALLS.items():
    torch.manual_seed(3)
    drawn = call()
    # The draw after it says whether as many numbers were taken.
    answers[name] = {"shape": list(drawn.shape), "data": drawn.flatten().tolist(), "next": torch.rand([]).item()}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "drawn.json"), "w") as file:
    file.write("{\n" + ",\n".join(f'"{name}": {json.dumps(answer)}' for name, answer in answers.items()) + "\n}\n")
