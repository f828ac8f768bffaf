namespace DslTensors.Operators;

/// <summary>Equally spaced numbers from a start up to, not including, an end (PyTorch's <c>arange</c>); float unless the type is named.</summary>
/// <param name="start">The first number.</param>
/// <param name="end">The bound.</param>
/// <param name="step">The distance; negative ones count down. By default 1.</param>
/// <returns>The numbers, [⌈(end - start) / step⌉].</returns>
/// <exception cref="ShapeException">The step is 0 or leads away from the end.</exception>
[TensorOp("-> n", NonDifferentiable = true)]
public static partial class Arange
{
    private static Tensor<T> Compose<T>(Scalar start, Scalar end, Scalar? step = null)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var (from, to, by) = (start.ToDouble(), end.ToDouble(), step?.ToDouble() ?? 1);
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw new ShapeException($"unsupported range: {start} -> {end}. Both bounds of arange must be finite.");
        // As in PyTorch, integers are counted between integers.
        if (T.CreateTruncating(0.5) == T.Zero)
            (from, to, by) = (Math.Truncate(from), Math.Truncate(to), Math.Truncate(by));
        if (by == 0)
            throw new ShapeException($"step must be nonzero: arange({start}, {end}, 0). Use 1 or -1 to count up or down.");
        if ((to - from) / by < 0)
            throw new ShapeException($"upper bound and larger bound inconsistent with step sign: arange({start}, {end}, {by}). The step must lead from the start towards the end.");
        var count = Math.Ceiling((to - from) / by);
        if (count > int.MaxValue)
            throw new ShapeException($"invalid size, possible overflow? arange({start}, {end}, {by}) has {count} numbers, and a tensor at most {int.MaxValue}.");
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous((int)count));
        var numbers = tensor.AsView().Span;
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = T.CreateTruncating(from + (i * by));
        GC.KeepAlive(tensor);
        return tensor;
    }
}

/// <summary>The integers from a start up to, not including, an end (PyTorch's <c>arange</c> of integers).</summary>
/// <param name="start">The first number.</param>
/// <param name="end">The bound.</param>
/// <param name="step">The distance; negative ones count down.</param>
/// <returns>The numbers, [⌈(end - start) / step⌉].</returns>
/// <exception cref="ShapeException">The step is 0 or leads away from the end.</exception>
[TensorOp("-> n", Method = "Arange", NonDifferentiable = true)]
public static partial class ArangeOfIntegers
{
    private static Tensor<long> Compose(long start, long end, long step = 1) => Arange.Apply<long>(start, end, step, null);
}

/// <summary>The integers from 0 up to, not including, an end (PyTorch's <c>arange</c>).</summary>
/// <param name="end">The bound.</param>
/// <returns>The numbers, [end].</returns>
/// <exception cref="ShapeException">The bound is negative.</exception>
[TensorOp("-> end", Method = "Arange", NonDifferentiable = true)]
public static partial class ArangeTo
{
    private static Tensor<long> Compose(long end) => Arange.Apply<long>(0, end, 1, null);
}

/// <summary>The numbers 0, 1, 2, ... up to, not including, an end (PyTorch's <c>arange</c>); float unless the type is named.</summary>
/// <param name="end">The bound.</param>
/// <returns>The numbers, [⌈end⌉].</returns>
/// <exception cref="ShapeException">The bound is negative.</exception>
[TensorOp("-> n", Method = "Arange", NonDifferentiable = true)]
public static partial class ArangeToOf
{
    private static Tensor<T> Compose<T>(Scalar end)
        where T : unmanaged, System.Numerics.INumber<T> => Arange.Apply<T>(0, end, 1, null);
}
