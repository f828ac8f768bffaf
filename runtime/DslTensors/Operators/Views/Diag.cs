namespace DslTensors.Operators;

/// <summary>The diagonal of a matrix, or the matrix of a diagonal (PyTorch's <c>diag</c>).</summary>
/// <param name="input">A matrix or a vector.</param>
/// <param name="diagonal">Which diagonal: 0 is the main one, positive ones lie above it.</param>
/// <returns>A vector or a matrix.</returns>
/// <exception cref="ShapeException">The rank is neither 1 nor 2.</exception>
[TensorOp("s... -> diagonal...")]
public static partial class Diag
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int diagonal = 0)
        where T : unmanaged => input.Rank switch
        {
            1 => input.DiagEmbed(diagonal),
            2 => input.Diagonal(diagonal).Clone(),
            _ => throw new ShapeException($"matrix or a vector expected. diag: the shape is {input.Shape}."),
        };
}
