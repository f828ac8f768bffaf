using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Rows brought to mean 0 and variance 1, then scaled and shifted, in one pass.</summary>
/// <param name="input">The tensor, seen as rows.</param>
/// <param name="weight">The scale of each element of a row.</param>
/// <param name="bias">The shift of each element of a row.</param>
/// <param name="count">The length of a row.</param>
/// <param name="eps">Added to the variance.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s..., w...?, v...? -> s...", Name = "native_layer_norm", IsInternal = true)]
internal static partial class NormalizedRows
{
    private static void Forward<T>(TensorView<T> input, TensorView<T>? weight, TensorView<T>? bias, TensorView<T> result, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        NormalizedRowsKernel.Run(input.Dense(), Elements(weight), Elements(bias), result, count, T.CreateTruncating(eps));

    /// <summary>The one pass, or on a device the operators that it is made of.</summary>
    internal static Tensor<T> Of<T>(Tensor<T> input, Tensor<T>? weight, Tensor<T>? bias, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (input.Device.Backend is null)
            return Apply(input, weight, bias, count, eps, null);
        var rows = Standardized.Rows(input, count, eps).Normalized;
        rows = weight is null ? rows : rows * weight.Reshape(count);
        rows = bias is null ? rows : rows + bias.Reshape(count);
        return rows.Reshape(input.Shape.ToArray());
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T>? weight, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Autograd.IsGradEnabled)
            return NormalizedRowsGradient.Apply(grad, input, weight, count, eps, null);
        var (normalized, scale) = Standardized.Rows(input, count, eps);
        var slope = Standardized.AsRows(grad, count);
        slope = weight is null ? slope : slope * weight.Reshape(count);
        return ((slope - slope.Mean(1, keepDim: true) - (normalized * (slope * normalized).Mean(1, keepDim: true))) * scale).Reshape(input.Shape.ToArray());
    }

    private static Tensor<T> GradWeight<T>(Tensor<T> grad, Tensor<T> input, Shape weightShape, int count, double eps)
        where T : unmanaged, IFloatingPointIeee754<T> => !Autograd.IsGradEnabled
            ? NormalizedRowsWeight.Apply(grad, input, weightShape, eps, null)
            : (Standardized.AsRows(grad, count) * Standardized.Rows(input, count, eps).Normalized).Sum(0).Reshape(weightShape.ToArray());

    private static Tensor<T> GradBias<T>(Tensor<T> grad, Shape biasShape, int count)
        where T : unmanaged, IFloatingPointIeee754<T> => Standardized.AsRows(grad, count).Sum(0).Reshape(biasShape.ToArray());

    /// <summary>The elements of a small operand from the start of an array.</summary>
    internal static T[]? Elements<T>(TensorView<T>? operand)
        where T : unmanaged => operand is not { } view ? null : view is { IsContiguous: true, Offset: 0 } ? view.Array : view.Copy().Array;
}
