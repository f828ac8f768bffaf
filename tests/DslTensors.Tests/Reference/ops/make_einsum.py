"""Writes einsum.json in this folder: sums of products with PyTorch's answers.

Run with Python 3 and PyTorch 1.13: python3 make_einsum.py
Inputs follow from a seed, as make_windows.py says.
"""
import json
import os

import torch

CASES = []


def values(seed, shape):
    count = torch.Size(shape).numel()
    return (((37 * torch.arange(count) + 101 * seed) % 64 - 32).double() / 16).reshape(shape)


def listed(t):
    return {"dtype": "float64", "shape": list(t.shape), "data": [round(v, 12) for v in t.flatten().tolist()]}


def case(equation, *shapes):
    tensors = [values(i + 1, shape).requires_grad_() for i, shape in enumerate(shapes)]
    inputs = [{"dtype": "float64", "shape": list(shape), "seed": i + 1} for i, shape in enumerate(shapes)]
    entry = {"op": "einsum", "args": {"equation": equation}, "inputs": inputs}
    try:
        result = torch.einsum(equation, *tensors)
    except RuntimeError as error:
        entry["error"] = {"type": "RuntimeError", "message": str(error).split("\n")[0]}
        CASES.append(entry)
        return
    entry["outputs"] = [listed(result)]
    entry["grad_outputs"] = [{"dtype": "float64", "shape": list(result.shape), "seed": 9}]
    result.backward(values(9, list(result.shape)))
    entry["grads"] = [listed(t.grad) for t in tensors]
    CASES.append(entry)


case("ij,jk->ik", [2, 3], [3, 4])
case("ij,kj->ki", [2, 3], [4, 3])
case("bij,bjk->bik", [2, 3, 4], [2, 4, 2])
case("bhqd,bhkd->bhqk", [2, 2, 3, 4], [2, 2, 5, 4])
case("bhqk,bhkd->bqhd", [2, 2, 3, 5], [2, 2, 5, 4])
case("ibj,jkb->kbi", [2, 3, 4], [4, 2, 3])
case("abc,cbd->ad", [2, 3, 4], [4, 3, 5])
case("abcd,efcd->aebf", [2, 2, 3, 2], [3, 2, 3, 2])
case("ij,jk,kl->il", [2, 3], [3, 4], [4, 2])
case("ij,ij,ij->j", [2, 3], [2, 3], [2, 3])
case("bn,anm,bm->ba", [2, 3], [4, 3, 5], [2, 5])
case("i,i->", [5], [5])
case("i,j->ij", [3], [4])
case("i,j->", [3], [4])
case("ij,i->j", [3, 4], [3])
case("bi,bi->b", [3, 4], [3, 4])
case("bi,bij->bj", [3, 4], [3, 4, 2])
case("ii->i", [3, 3])
case("iij,jk->ik", [3, 3, 2], [2, 4])
case("ij->", [2, 3])
case("ji", [2, 3])
case("ba,bc", [2, 3], [2, 4])
case("ij,jk->k", [2, 3], [3, 4])
case("ij,jk->ik", [2, 1], [4, 3])
case("ij,ij->i", [2, 1], [2, 5])
case("...ij,...jk->...ik", [2, 2, 3], [3, 4])
case("...ij,...jk->...ik", [2, 1, 2, 3], [3, 3, 4])
case("...i,i", [2, 3, 4], [4])
case("b...i,b...->i...b", [2, 3, 4], [2, 3])
case("...ij->ji", [2, 3, 4])
case("ij,jk->ik", [0, 3], [3, 4])
case("ij,jk->ik", [2, 0], [0, 4])
case("ij,jk->ik", [2, 3], [4, 5])
case("ii->i", [2, 3])
case("ij->i", [2, 3, 4])
case("...ijk->i", [2, 3])
case("ij,jk->iz", [2, 3], [3, 4])
case("ij,jk->ii", [2, 3], [3, 4])
case("i1->i", [2, 3])
case("ij->i->j", [2, 3])
case("ij,jk->ik", [2, 3])
case("ij->ik", [2, 3], [3, 4])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "einsum.json"), "w") as file:
    file.write('{"source": "PyTorch %s", "cases": [\n' % torch.__version__)
    file.write(",\n".join(json.dumps(entry, separators=(",", ":")) for entry in CASES))
    file.write("\n]}\n")
