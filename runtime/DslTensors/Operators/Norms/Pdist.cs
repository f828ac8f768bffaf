using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The distances between all pairs of rows (PyTorch's <c>nn.functional.pdist</c>).</summary>
/// <param name="input">The rows, [n, m].</param>
/// <param name="p">The order of the norm, 0 or more.</param>
/// <returns>The distances of the first row to those after it, then of the second, and so on.</returns>
/// <exception cref="ShapeException">The input is no matrix.</exception>
/// <exception cref="TensorException">The order is negative.</exception>
[TensorOp("n m -> pairs")]
[ShapeError("input", ShapeFault.Rank, "pdist only supports 2D tensors, got: {input.Rank}D")]
public static partial class Pdist
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p = 2)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (p < 0)
            throw new TensorException($"pdist only supports non-negative p values. p is {p}.");
        var rows = input.Shape[0];
        var (first, second) = (new List<long>(), new List<long>());
        for (var i = 0; i < rows; i++)
        {
            for (var j = i + 1; j < rows; j++)
            {
                first.Add(i);
                second.Add(j);
            }
        }

        return (input.IndexSelect(0, Tensor.From(first.ToArray()).To(input.Device)) - input.IndexSelect(0, Tensor.From(second.ToArray()).To(input.Device))).Norm(p, 1);
    }
}
