namespace DslTensors.Operators;

/// <summary>The matrix whose diagonal has all elements of a tensor (PyTorch's <c>diagflat</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it.</param>
/// <returns>A matrix.</returns>
[TensorOp("s... -> n n")]
public static partial class Diagflat
{
    private static Tensor<T> Compose<T>(Tensor<T> input, int offset = 0)
        where T : unmanaged => input.Reshape(-1).DiagEmbed(offset);
}
