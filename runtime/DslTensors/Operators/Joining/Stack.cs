using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>Tensors of one shape side by side along a new dimension (PyTorch's <c>stack</c>).</summary>
/// <param name="tensors">The tensors.</param>
/// <param name="dim">Where the new dimension stands in the result; negative ones count from its end.</param>
/// <returns>A tensor of one rank more.</returns>
/// <exception cref="ShapeException">There is no tensor, or the shapes differ.</exception>
/// <exception cref="DimensionException">The dimension is out of range.</exception>
[TensorOp("s...[] -> insert(s, dim, count)")]
public static partial class Stack
{
    private static void Forward<T>(TensorView<T>[] tensors, TensorView<T> result, int dim = 0)
        where T : unmanaged
    {
        var at = Dimension.Wrap(dim, result.Rank);
        var rows = 1;
        foreach (var size in result.Sizes.AsSpan(0, at))
            rows *= size;
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = tensors[i].Dense();
        JoinKernel.Run(tensors, result, rows);
    }

    private static Tensor<T>[] GradTensors<T>(Tensor<T> grad, Shape[] tensorsShape, int dim)
        where T : unmanaged
    {
        var gradients = new Tensor<T>[tensorsShape.Length];
        for (var i = 0; i < gradients.Length; i++)
            gradients[i] = grad.Select(dim, i);
        return gradients;
    }
}
