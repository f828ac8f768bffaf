"""Small autograd programs and PyTorch's answer to each: `python3 programs.py > programs.json`.

A program is a function of no arguments; it returns numbers, tensors, strings, booleans or None, alone or in a list. Its answer is that value,
or the error that it raises. The C# tests of the same names write the same programs down in our names.
"""
import json
import warnings

import torch
from torch.utils.checkpoint import checkpoint

warnings.simplefilter("ignore")
torch.set_default_dtype(torch.float64)
PROGRAMS = {}


def program(function):
    PROGRAMS[function.__name__] = function
    return function


def X(*size):
    return torch.ones(*(size or (5,)), requires_grad=True)


def grads(*tensors):
    return [tensor.grad for tensor in tensors]


# Views and their bases

@program
def view_written():
    x = X(); y = x * 2; y[1:3].mul_(3); y.sum().backward(); return x.grad

@program
def view_assigned():
    x, z = X(), X(2); y = x * 2; y[1:3] = z * 5; (y * y).sum().backward(); return grads(x, z)

@program
def element_assigned():
    x = X(); y = x * 2; y[0] = x[4] * 7; y[2] = 5; (y * torch.arange(5.)).sum().backward(); return x.grad

@program
def view_times_scalar_tensor():
    x = X(); y = x * 2; v = y[1:3]; v.mul_(x[0]); (y * y).sum().backward(); return x.grad

@program
def chain_of_views():
    x = X(2, 3); y = x * 2; w = y.t()[1]; w.mul_(torch.tensor([3., 4.])); (y * torch.arange(6.).reshape(2, 3)).sum().backward(); return x.grad

@program
def view_of_view_read_through_the_middle():
    x = X(); y = x * 2; v = y[0:3]; w = v[1:3]; w.exp_(); (v * v).sum().backward(); return x.grad

@program
def older_view_read_after_base_was_written():
    x = X(); y = x * 2; v = y[1:3]; y.mul_(3); (v * v).sum().backward(); return [v, x.grad]

@program
def base_times_sum_of_old_view():
    x = X(); y = x * 2; v = y[1:3]; y.mul_(v.sum()); y.sum().backward(); return x.grad

@program
def two_views_written_in_turn():
    x = X(); y = x * 2; a = y[0:3]; b = y[2:5]; a.mul_(3); b.add_(x[0:3]); a.mul_(2); (y * torch.arange(5.)).sum().backward(); return [y, x.grad]

@program
def stale_expanded_view():
    x = X(); y = x * 2; e = y.expand(3, 5); y.mul_(3); (e * torch.arange(15.).reshape(3, 5)).sum().backward(); return x.grad

@program
def stale_transposed_view():
    x = X(2, 3); y = x * 2; t = y.t(); y.mul_(x); (t * torch.arange(6.).reshape(3, 2)).sum().backward(); return x.grad

@program
def stale_diagonal():
    x = X(3, 3); y = x * 2; d = y.diagonal(); y.mul_(x * 3); (d * d).sum().backward(); return x.grad

@program
def view_of_transposed_written():
    x = X(2, 3); y = (x * 2).t(); y[1:3, 0].mul_(5); (y * torch.arange(6.).reshape(3, 2)).sum().backward(); return x.grad

@program
def view_of_leaf_read_after_a_step():
    x = X(); v = x[1:3]
    with torch.no_grad(): x.mul_(3)
    (v * v).sum().backward(); return [v, x.grad]

@program
def view_of_a_detached_tensor_joins():
    x, w = X(), X(2); d = x.detach(); d[0:2].mul_(w); (d.sum() + (x * 1).sum()).backward(); return [d.requires_grad] + grads(x, w)

@program
def constant_joins_through_a_view():
    x = X(2); b = torch.zeros(5); v = b[1:3]; v.copy_(x * 3); (b * b).sum().backward(); return [b.requires_grad, v.requires_grad, b.is_leaf, v.is_leaf, x.grad]

@program
def view_joins_with_its_base():
    x = X(); b = torch.ones(5); v = b[1:3]; b.mul_(x); (v * 2).sum().backward(); return [v.requires_grad, v.is_leaf, x.grad]

@program
def rows_written_in_a_loop():
    w = torch.ones(4, requires_grad=True); b = torch.zeros(3, 4)
    for i in range(3): b[i] = w * i
    (b * b).sum().backward(); return w.grad

@program
def recurrence_in_one_tensor():
    x = X(); y = x * 1
    for i in range(1, 5): y[i] = y[i - 1].clone() * 2 + x[i]
    y.sum().backward(); return [y, x.grad]

@program
def slice_added_to():
    x = X(); y = x * 1; y[1:3] += x[3:5] * 4; y.backward(torch.arange(5.)); return x.grad

@program
def view_zeroed():
    x = X(); y = x * 2; y[0:2].zero_(); (y * y).sum().backward(); return x.grad

@program
def whole_zeroed():
    x = X(); y = x * 2; y.zero_(); (y + x).sum().backward(); return x.grad

@program
def view_filled_with_an_element():
    x = X(); y = x * 2; y[0:2].fill_(x[0]); y.sum().backward(); return x.grad

@program
def view_filled_with_a_number():
    x = X(); y = x * 2; y[0:2].fill_(7.); (y * y).sum().backward(); return [y, x.grad]

@program
def view_written_second_order():
    x = X(); y = x * 2; y[0:2].pow_(3); g, = torch.autograd.grad((y ** 2).sum(), x, create_graph=True); g.sum().backward(); return [g, x.grad]

@program
def stale_view_second_order():
    x = X(); y = x * 2; v = y[0:2]; y.mul_(3); g, = torch.autograd.grad((v ** 3).sum(), x, create_graph=True); g.sum().backward(); return [g, x.grad]

@program
def saved_then_part_written():
    x = X(); y = x * 2; z = y * y; y[0] = 1; z.sum().backward()

@program
def saved_view_then_base_written_elsewhere():
    x = X(); y = x * 2; v = y[0:2]; z = v * v; y[4] = 1; z.sum().backward()

@program
def view_of_leaf_written():
    x = X(); x[1:3].mul_(2)

@program
def leaf_view_written():
    b = torch.zeros(5); v = b[1:3]; v.requires_grad_(); v.mul_(2)

@program
def split_part_written():
    x = X(); y = x * 2; a, b = y.split([2, 3]); a.mul_(2)

@program
def base_of_chunks_written():
    x = X(4); y = x * 2; a, b = y.chunk(2); y.mul_(2); return a.sum()

@program
def unbound_row_written():
    x = X(4); y = x * 2; y.unbind(0)[1].mul_(2)

@program
def view_of_split_part_written():
    x = X(4); y = x * 2; y.split(2)[0][0:1].mul_(2)

@program
def view_of_no_grad_written():
    x = X(); y = x * 2
    with torch.no_grad(): v = y[0:2]
    v.mul_(2)

@program
def view_of_no_grad_of_constant_written():
    x = X(); y = torch.zeros(5)
    with torch.no_grad(): v = y[0:2]
    v.mul_(x[0:2])

@program
def base_of_no_grad_view_written():
    x = X(); y = x * 2
    with torch.no_grad(): v = y[0:2]
    y.mul_(2); return v * 1

@program
def view_of_inference_mode_written_outside():
    x = X(); y = x * 2
    with torch.inference_mode(): v = y[0:2]
    v.add_(x[0:2])

@program
def written_without_grad():
    x = X(); y = x * 2
    with torch.no_grad(): y[0:2].mul_(5)
    y.sum().backward(); return [y, x.grad]

@program
def write_through_a_detached_part_of_saved():
    x = X(); y = x.exp(); y.detach()[0:2].zero_(); y.sum().backward()

@program
def exp_in_place_of_a_view_saved_and_overwritten():
    x = X(); y = x * 1; y[0:2].exp_(); y[3] = 1; y.sum().backward()


# Data

@program
def data_read_counts_its_own_writes():
    x = X(); d = x.data; d.add_(1); return [x._version, d._version, d.requires_grad, x]

@program
def data_set_keeps_the_counter_shared():
    x = X(); y = x.detach(); x.data = torch.zeros(5); y.add_(1); return [x._version, x, y]

@program
def data_set_leaves_views_alone():
    x = X(); v = x[0:2]; x.data = torch.zeros(5); (v * 2).sum().backward(); return [v, x.grad]

@program
def data_set_to_another_shape():
    x = X(); x.data = torch.full((3,), 4.); (x * x).sum().backward(); return x.grad

@program
def data_of_a_saved_result():
    x = X(); s = x.exp(); s.data = torch.zeros(5); (s * 1).sum().backward(); return [s, x.grad]

@program
def data_written_behind_a_saved_result():
    x = X(); s = x.exp(); s.data.mul_(3); s.sum().backward(); return x.grad / torch.e if hasattr(torch, "e") else x.grad / 2.718281828459045


# Hooks and retained gradients

@program
def hook_replaces_the_gradient():
    x = X(); x.register_hook(lambda g: g * 10); x.register_hook(lambda g: g + 1); (x * 2).sum().backward(); return x.grad

@program
def hook_removed():
    x = X(); h = x.register_hook(lambda g: g * 10); x.register_hook(lambda g: g + 1); h.remove(); (x * 2).sum().backward(); return x.grad

@program
def hook_sees_the_sum_of_all_gradients():
    seen = []; x = X(); y = x * 2; y.register_hook(lambda g: seen.append(g.clone())); (y * 3 + y * 4).sum().backward(); return seen

@program
def order_of_hooks():
    seen = []; p, q = X(), X()
    p.register_hook(lambda g: seen.append("p")); q.register_hook(lambda g: seen.append("q"))
    y = p * q; z = p * 3
    y.register_hook(lambda g: seen.append("y")); z.register_hook(lambda g: seen.append("z"))
    (y + z).sum().backward(); return seen

@program
def order_of_hooks_in_two_branches():
    seen = []; x = X()
    a = x * 2; b = a * 3; c = x * 4; d = c * 5
    for name, t in [("a", a), ("b", b), ("c", c), ("d", d), ("x", x)]: t.register_hook(lambda g, name=name: seen.append(name))
    (d + b).sum().backward(); return seen

@program
def hook_stays_with_the_value_before_a_write():
    seen = []; x = X(); y = x * 2; y.register_hook(lambda g: seen.append(g.clone())); y.mul_(3); y.sum().backward(); return seen + [x.grad]

@program
def hook_of_no_graph():
    torch.ones(3).register_hook(lambda g: g)

@program
def hook_changes_the_shape():
    x = X(); x.register_hook(lambda g: g[0:2]); (x * 2).sum().backward()

@program
def retained():
    x = X(); y = x * 2; y.retain_grad(); loss = (y * y).sum(); loss.backward(retain_graph=True); loss.backward(); return [y.retains_grad, x.retains_grad, y.grad, x.grad]

@program
def retained_before_a_hook():
    x = X(); y = x * 2; y.retain_grad(); y.register_hook(lambda g: g * 10); y.sum().backward(); return grads(y, x)

@program
def retained_after_a_hook():
    x = X(); y = x * 2; y.register_hook(lambda g: g * 10); y.retain_grad(); y.sum().backward(); return grads(y, x)

@program
def retained_follows_a_write():
    x = X(); y = x * 2; y.retain_grad(); y.mul_(3); y.sum().backward(); return grads(y, x)

@program
def retained_of_a_view_follows_a_write_to_its_base():
    x = X(); y = x * 2; v = y[0:2]; v.retain_grad(); y.mul_(3); (v * 1).sum().backward(); return grads(v, x)

@program
def retained_of_no_graph():
    torch.ones(3).retain_grad()

@program
def no_gradient_of_a_result():
    x = X(); y = x * 2; y.sum().backward(); return y.grad


# Grad and Backward with several tensors

@program
def grad_of_several():
    x = X(); y = x * 2; return list(torch.autograd.grad([y.sum(), (y * y).sum()], [y, x])) + [x.grad]

@program
def grad_with_some_grad_outputs():
    x = X(); return list(torch.autograd.grad([x * 2, (x * 3).sum()], [x], grad_outputs=[torch.arange(5.), None]))

@program
def grad_of_unused():
    x, y = X(), X(); return torch.autograd.grad((x * 2).sum(), [x, y])

@program
def grad_of_unused_allowed():
    x, y = X(), X(); return list(torch.autograd.grad((x * 2).sum(), [x, y], allow_unused=True))

@program
def grad_of_no_leaf_passes_hooks_by():
    x = X(); z = x * 2; z.register_hook(lambda g: g * 10); y = (z * 2).sum(); return list(torch.autograd.grad(y, [z, x]))

@program
def grad_of_a_leaf_passes_hooks_by():
    x = X(); x.register_hook(lambda g: g * 10); return list(torch.autograd.grad((x * 2).sum(), [x]))

@program
def grad_by_what_requires_none():
    x = X(); return torch.autograd.grad((x * 2).sum(), [torch.ones(3)])

@program
def grad_of_non_scalar():
    x = X(); return torch.autograd.grad(x * 2, x)

@program
def backward_of_several():
    x, y = X(), X(); torch.autograd.backward([(x * 2).sum(), (x * y).sum()]); return grads(x, y)

@program
def backward_of_a_result_and_what_it_was_made_from():
    x = X(); y = x * x; z = y * y; torch.autograd.backward([z.sum(), y.sum(), y.sum()]); return x.grad

@program
def backward_to_some_inputs():
    x, y = X(), X(); z = x * y; (z * z).sum().backward(inputs=[x]); return grads(x, y)

@program
def backward_to_a_result():
    x = X(); z = x * 2; (z * 2).sum().backward(inputs=[z]); return grads(z, x)

@program
def backward_to_no_inputs():
    x = X(); (x * 2).sum().backward(inputs=[])

@program
def third_derivative():
    x = torch.full((3,), 2., requires_grad=True); y = (x ** 4).sum()
    for _ in range(3): y, = torch.autograd.grad(y.sum(), x, create_graph=True)
    return y

@program
def micro_batches_add_up():
    w = X(3)
    for i in range(4): ((w * (i + 1)) ** 2).sum().backward()
    return w.grad


# Modes

@program
def inference_tensors_may_be_added():
    x = X()
    with torch.inference_mode(): y = torch.ones(5)
    (x + y).sum().backward(); return x.grad

@program
def inference_tensor_has_no_version():
    with torch.inference_mode(): y = torch.ones(5)
    return y._version

@program
def inference_tensor_asked_for_gradients():
    with torch.inference_mode(): y = torch.ones(5)
    y.requires_grad = True

@program
def view_of_inference_tensor_written():
    with torch.inference_mode(): y = torch.ones(5)
    y[0:2].add_(1)

@program
def normal_tensors_in_inference_mode():
    x = X(); y = torch.ones(5)
    with torch.inference_mode():
        v = y[0:2]; y.add_(1); x.add_(1)
        with torch.enable_grad(): z = x * 2
    return [v.is_inference(), y._version, x._version, z.is_inference(), z.requires_grad, y.clone().is_inference(), z.detach().is_inference(), z.clone().is_inference()]

@program
def inference_destination():
    with torch.inference_mode(): y = torch.ones(5)
    torch.exp(torch.zeros(5), out=y)

@program
def anomaly_of_division():
    with torch.autograd.set_detect_anomaly(True):
        x = torch.zeros(2, requires_grad=True); (x / x).sum().backward()

@program
def anomaly_of_root():
    with torch.autograd.set_detect_anomaly(True):
        x = torch.tensor([-1., 1], requires_grad=True); x.sqrt().sum().backward()


# Checkpoints and functional derivatives

@program
def checkpointed():
    x, w = X(), X(); y = checkpoint(lambda t: (t * w).exp() * t, x, use_reentrant=False); y.sum().backward(); return [y] + grads(x, w)

@program
def jacobian():
    return torch.autograd.functional.jacobian(lambda x: torch.stack([x.prod(), (x * x).sum()]), torch.tensor([2., 3., 5.]))

@program
def hessian():
    return torch.autograd.functional.hessian(lambda x: (x ** 3).sum() + x.prod(), torch.tensor([2., 3., 5.]))

@program
def vector_jacobian_product():
    return list(torch.autograd.functional.vjp(lambda x: x.exp() * x.sum(), torch.tensor([0., 1., 0.5]), torch.tensor([1., 2., 3.])))

@program
def jacobian_vector_product():
    return list(torch.autograd.functional.jvp(lambda x: x.exp() * x.sum(), torch.tensor([0., 1., 0.5]), torch.tensor([1., 2., 3.])))

@program
def hessian_vector_product():
    return list(torch.autograd.functional.hvp(lambda x: (x ** 3).sum() + x.prod(), torch.tensor([2., 3., 5.]), torch.tensor([1., 0., 2.])))


def written(value):
    if isinstance(value, (list, tuple)):
        return [written(entry) for entry in value]
    if isinstance(value, torch.Tensor):
        return {"shape": list(value.shape), "data": value.detach().reshape(-1).tolist()}
    return value


def answer(function):
    try:
        return {"value": written(function())}
    except RuntimeError as error:
        return {"error": str(error)}
    except ValueError as error:
        return {"error": str(error)}


if __name__ == "__main__":
    print(json.dumps({name: answer(function) for name, function in PROGRAMS.items()}, indent=1))
