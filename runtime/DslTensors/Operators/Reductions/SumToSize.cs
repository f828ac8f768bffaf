namespace DslTensors.Operators;

/// <summary>Sums over the dimensions that broadcasting from <paramref name="size"/> would repeat (PyTorch's <c>sum_to_size</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result, which broadcast to the tensor's.</param>
/// <returns>A tensor of these sizes.</returns>
/// <exception cref="ShapeException">The sizes don't broadcast to the tensor's.</exception>
[TensorOp("s... -> size...", NonDifferentiable = true)]
public static partial class SumToSize
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Reduce(input.As<float>(), size).As<T>();
        if (typeof(T) == typeof(double))
            return Reduce(input.As<double>(), size).As<T>();
        if (typeof(T) == typeof(BFloat16))
            return Reduce(input.As<BFloat16>(), size).As<T>();
        if (typeof(T) == typeof(Half))
            return Reduce(input.As<Half>(), size).As<T>();
        throw new TensorException($"sum_to_size: not implemented for {input.DType}. Convert the tensor first: x.To<double>().");
    }

    private static Tensor<T> Reduce<T>(Tensor<T> input, int[] size)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var added = input.Rank - size.Length;
        if (added < 0 || StridedLayout.Contiguous(size).BroadcastTo(input.Layout.Sizes) is null)
            throw new ShapeException($"size {{{Shape.Format(size)}}} is not expandable to size {{{input.Shape}}}. Sizes must be equal or 1, counted from the last dimension.");
        var dims = Enumerable.Range(0, input.Rank).Where(i => i < added || (size[i - added] == 1 && input.Shape[i] != 1)).ToArray();
        return dims.Length == 0 ? input.Reshape(size) : input.Sum(dims, keepDim: true).Reshape(size);
    }
}
