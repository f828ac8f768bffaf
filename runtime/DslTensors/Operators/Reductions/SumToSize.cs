using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Sums over the dimensions that broadcasting from <paramref name="size"/> would repeat (PyTorch's <c>sum_to_size</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result, which broadcast to the tensor's.</param>
/// <returns>A tensor of these sizes.</returns>
/// <exception cref="ShapeException">The sizes don't broadcast to the tensor's.</exception>
[TensorOp("s... -> size...", HalvesInFloat = false)]
public static partial class SumToSize
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var dims = RepeatedDims(input, size);
        return dims.Length == 0 ? input.Reshape(size) : input.Sum(dims, keepDim: true).Reshape(size);
    }

    /// <summary>The same for gradients, whose type the caller knows to be real.</summary>
    internal static Tensor<T> OfGradient<T>(Tensor<T> gradient, int[] size)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            return Apply(gradient.As<float>(), size).As<T>();
        if (typeof(T) == typeof(double))
            return Apply(gradient.As<double>(), size).As<T>();
        if (typeof(T) == typeof(BFloat16))
            return Apply(gradient.As<BFloat16>(), size).As<T>();
        return Apply(gradient.As<Half>(), size).As<T>();
    }

    internal static int[] RepeatedDims<T>(Tensor<T> input, int[] size)
        where T : unmanaged
    {
        var added = input.Rank - size.Length;
        if (added < 0 || StridedLayout.Contiguous(size).BroadcastTo(input.Layout.Sizes) is null)
            throw new ShapeException($"size {{{Shape.Format(size)}}} is not expandable to size {{{input.Shape}}}. Sizes must be equal or 1, counted from the last dimension.");
        return Enumerable.Range(0, input.Rank).Where(i => i < added || (size[i - added] == 1 && input.Shape[i] != 1)).ToArray();
    }
}

/// <summary>Sums integers in 64 bits over the dimensions that broadcasting from <paramref name="size"/> would repeat (PyTorch's <c>sum_to_size</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="size">The sizes of the result, which broadcast to the tensor's.</param>
/// <returns>A tensor of these sizes.</returns>
/// <exception cref="ShapeException">The sizes don't broadcast to the tensor's.</exception>
[TensorOp("s... -> size...", Method = "SumToSize", ElementTypes = ElementTypes.IntegersAndBool)]
public static partial class SumToSizeOfIntegers
{
    private static Tensor<long> Compose<T>(Tensor<T> input, params int[] size)
        where T : unmanaged
    {
        var dims = SumToSize.RepeatedDims(input, size);
        var wide = input.To<long>();
        return dims.Length == 0 ? wide.Reshape(size) : wide.Sum(dims, keepDim: true).Reshape(size);
    }
}
