namespace DslTensors.Operators;

/// <summary>The numbers 0, 1, 2, ... below a bound (PyTorch's <c>arange</c>).</summary>
/// <param name="end">The bound.</param>
/// <returns>The numbers, [end].</returns>
/// <exception cref="ShapeException">The bound is negative.</exception>
[TensorOp("-> end", NonDifferentiable = true)]
public static partial class Arange
{
    private static Tensor<long> Compose(int end)
    {
        if (end < 0)
            throw new ShapeException($"upper bound and larger bound inconsistent with step sign: arange({end}). The bound is 0 or more.");
        var tensor = Tensor<long>.Allocate(Device.Cpu, StridedLayout.Contiguous(end));
        var span = tensor.AsView().Span;
        for (var i = 0; i < end; i++)
            span[i] = i;
        GC.KeepAlive(tensor);
        return tensor;
    }
}
