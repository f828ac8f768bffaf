"""Learning rates of PyTorch's schedules over 60 steps, for two groups. Writes schedules.json (PyTorch 1.13)."""
import json
import warnings
import torch
from torch.optim import lr_scheduler as s

warnings.simplefilter("ignore")
STEPS = 60

SCHEDULES = {
    "step": lambda o: s.StepLR(o, 7),
    "step_gamma": lambda o: s.StepLR(o, 3, gamma=0.7),
    "multi_step": lambda o: s.MultiStepLR(o, [5, 20, 20, 41], gamma=0.5),
    "exponential": lambda o: s.ExponentialLR(o, 0.93),
    "cosine": lambda o: s.CosineAnnealingLR(o, 25),
    "cosine_eta_min": lambda o: s.CosineAnnealingLR(o, 9, eta_min=0.02),
    "warm_restarts": lambda o: s.CosineAnnealingWarmRestarts(o, 8),
    "warm_restarts_mult": lambda o: s.CosineAnnealingWarmRestarts(o, 5, T_mult=2, eta_min=0.01),
    "constant": lambda o: s.ConstantLR(o, factor=0.25, total_iters=6),
    "linear": lambda o: s.LinearLR(o),
    "linear_options": lambda o: s.LinearLR(o, start_factor=0.9, end_factor=0.1, total_iters=30),
    "polynomial": lambda o: s.PolynomialLR(o, total_iters=40, power=2.5),
    "lambda": lambda o: s.LambdaLR(o, lambda e: 0.95 ** e),
    "lambdas": lambda o: s.LambdaLR(o, [lambda e: 1 / (1 + e), lambda e: 0.9 ** e]),
    "one_cycle": lambda o: s.OneCycleLR(o, max_lr=1.0, total_steps=60),
    "one_cycle_linear": lambda o: s.OneCycleLR(o, max_lr=[1.0, 0.3], total_steps=61, pct_start=0.4, anneal_strategy="linear", base_momentum=0.7, max_momentum=0.9, div_factor=10, final_div_factor=100),
    "one_cycle_three": lambda o: s.OneCycleLR(o, max_lr=1.0, total_steps=64, three_phase=True),
    "one_cycle_plain": lambda o: s.OneCycleLR(o, max_lr=1.0, total_steps=64, cycle_momentum=False),
    "sequential": lambda o: s.SequentialLR(o, [s.LinearLR(o, 0.1, total_iters=5), s.CosineAnnealingLR(o, 20), s.ExponentialLR(o, 0.9)], [5, 25]),
    "sequential_restarts": lambda o: s.SequentialLR(o, [s.ConstantLR(o, 0.1, total_iters=4), s.CosineAnnealingWarmRestarts(o, 6, T_mult=2)], [4]),
    "chained": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, total_iters=2), s.ExponentialLR(o, 0.9), s.StepLR(o, 10)]),
}
METRICS = [1.0, 0.8, 0.8, 0.79, 0.81, 0.85, 0.79, 0.5, 0.49999, 0.49998, 0.6, 0.7, 0.6, 0.61, float("nan"), 0.3] + [0.3 + 0.01 * (i % 3) for i in range(44)]
PLATEAUS = {
    "plateau": lambda o: s.ReduceLROnPlateau(o, patience=3),
    "plateau_abs": lambda o: s.ReduceLROnPlateau(o, patience=2, factor=0.5, threshold=0.02, threshold_mode="abs", cooldown=3, min_lr=[0.01, 0.05]),
    "plateau_max": lambda o: s.ReduceLROnPlateau(o, mode="max", patience=4, factor=0.3, min_lr=0.001),
    "plateau_max_abs": lambda o: s.ReduceLROnPlateau(o, mode="max", patience=0, factor=0.9, threshold=0.1, threshold_mode="abs"),
}


def optimizer(kind=torch.optim.SGD):
    a, b = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
    more = {"momentum": 0.9} if kind is torch.optim.SGD else {}
    return kind([{"params": [a]}, {"params": [b], "lr": 0.5}], lr=0.1, **more)


def momentum(group):
    return group["momentum"] if "momentum" in group else group["betas"][0]


def record(o, make, step):
    schedule = make(o)
    rows = [[g["lr"] for g in o.param_groups] + [momentum(g) for g in o.param_groups]]
    for i in range(STEPS - 1):
        o.step()
        step(schedule, i)
        rows.append([g["lr"] for g in o.param_groups] + [momentum(g) for g in o.param_groups])
    return rows


result = {name: record(optimizer(), make, lambda x, i: x.step()) for name, make in SCHEDULES.items()}
result["one_cycle_adam"] = record(optimizer(torch.optim.Adam), lambda o: s.OneCycleLR(o, max_lr=1.0, total_steps=60), lambda x, i: x.step())
result["warm_restarts_fraction"] = record(optimizer(), lambda o: s.CosineAnnealingWarmRestarts(o, 5, T_mult=2), lambda x, i: x.step(i * 0.7))
result["warm_restarts_fraction_1"] = record(optimizer(), lambda o: s.CosineAnnealingWarmRestarts(o, 5), lambda x, i: x.step(i * 0.7))
plateaus = {name: record(optimizer(), make, lambda x, i: x.step(METRICS[i])) for name, make in PLATEAUS.items()}
json.dump({"rates": result, "plateaus": plateaus, "metrics": [str(m) for m in METRICS]}, open("schedules.json", "w"), separators=(",", ":"))
