"""Steps of PyTorch's optimizers for all options that matter: values after each step. Writes optimizers.json (PyTorch 1.13)."""
import json
import torch

STEPS = 6
SHAPES = [(5,), (2, 3), (17,)]

CASES = {
    "SGD": [
        {}, {"weight_decay": 0.3}, {"momentum": 0.9}, {"momentum": 0.9, "dampening": 0.25}, {"momentum": 0.9, "nesterov": True},
        {"momentum": 0.8, "nesterov": True, "weight_decay": 0.2, "maximize": True}, {"maximize": True},
        {"momentum": 0.5, "dampening": 0.5, "weight_decay": 0.1, "maximize": True},
    ],
    "Adam": [
        {}, {"betas": [0.5, 0.7], "eps": 0.01}, {"weight_decay": 0.3}, {"amsgrad": True, "betas": [0.5, 0.7]}, {"maximize": True},
        {"amsgrad": True, "weight_decay": 0.1, "maximize": True},
    ],
    "AdamW": [{}, {"weight_decay": 0.3, "betas": [0.5, 0.7]}, {"amsgrad": True, "betas": [0.5, 0.7], "eps": 0.01}, {"maximize": True}],
    "RMSprop": [
        {}, {"alpha": 0.8, "eps": 0.01}, {"momentum": 0.5}, {"centered": True, "alpha": 0.8}, {"weight_decay": 0.3},
        {"momentum": 0.5, "centered": True, "weight_decay": 0.1}, {"maximize": True, "momentum": 0.9},
    ],
    "Adagrad": [{}, {"lr_decay": 0.2}, {"weight_decay": 0.3}, {"initial_accumulator_value": 0.4, "eps": 0.01}, {"maximize": True, "lr_decay": 0.1, "weight_decay": 0.1}],
    "Adadelta": [{}, {"rho": 0.5, "eps": 0.01}, {"weight_decay": 0.3}, {"maximize": True, "rho": 0.8}],
}
GROUP = {
    "SGD": {"lr": 0.02, "momentum": 0.3}, "Adam": {"lr": 0.02, "betas": [0.8, 0.9]}, "AdamW": {"weight_decay": 0.5}, "RMSprop": {"alpha": 0.5},
    "Adagrad": {"lr": 0.5, "lr_decay": 0.3}, "Adadelta": {"rho": 0.3},
}


def numbers(t):
    return t.detach().double().reshape(-1).tolist()


def run(kind, options, grouped, dtype, seed):
    gen = torch.Generator().manual_seed(seed)
    draw = lambda shape: torch.randn(shape, generator=gen, dtype=torch.float64).mul(64).round().div(64).to(dtype)
    params = [torch.nn.Parameter(draw(s)) for s in SHAPES]
    case = {"optimizer": kind, "options": {"lr": 0.1, **options}, "dtype": str(dtype)[6:], "shapes": SHAPES, "start": [numbers(p) for p in params]}
    groups = [{"params": params[:2]}, {"params": params[2:], **GROUP[kind]}] if grouped else params
    if grouped:
        case["group"] = GROUP[kind]
    optimizer = getattr(torch.optim, kind)(groups, **case["options"])
    case["steps"] = []
    for step in range(STEPS):
        # The second parameter has no gradient in some steps, so that its count of steps is another.
        gradients = [None if i == 1 and step in (0, 3) else draw(s) for i, s in enumerate(SHAPES)]
        for p, g in zip(params, gradients):
            p.grad = g
        optimizer.step()
        case["steps"].append({"gradients": [None if g is None else numbers(g) for g in gradients], "values": [numbers(p) for p in params]})
    return case


cases = []
for kind, all_options in CASES.items():
    for options in all_options:
        for dtype in (torch.float32, torch.float64):
            cases.append(run(kind, options, False, dtype, len(cases)))
    if "nesterov" not in all_options[-1]:
        for options in all_options[:1] + all_options[-1:]:
            cases.append(run(kind, options, True, torch.float64, len(cases)))
json.dump(cases, open("optimizers.json", "w"), separators=(",", ":"))
