namespace DslTensors.Operators;

/// <summary>The tensor repeated along its last dimensions (PyTorch's <c>tile</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dims">How often, counted from the last dimension.</param>
/// <returns>A new tensor.</returns>
/// <exception cref="ShapeException">A number is negative.</exception>
[TensorOp("s... -> tile(s, dims)")]
public static partial class Tile
{
    private static Tensor<T> Compose<T>(Tensor<T> input, params int[] dims)
        where T : unmanaged => input.Repeat([.. Enumerable.Repeat(1, Math.Max(0, input.Rank - dims.Length)), .. dims]);
}
