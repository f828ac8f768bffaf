using System.Numerics;

namespace DslTensors.Operators;

/// <summary>The sum of the main diagonal of a matrix (PyTorch's <c>trace</c>).</summary>
/// <param name="input">The matrix.</param>
/// <returns>A scalar.</returns>
/// <exception cref="ShapeException">The input is no matrix.</exception>
[TensorOp("n m -> ")]
[ShapeError("input", ShapeFault.Rank, "trace: expected a matrix, but got tensor with dim {input.Rank}")]
public static partial class Trace
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T> => input.Diagonal().Sum();
}
