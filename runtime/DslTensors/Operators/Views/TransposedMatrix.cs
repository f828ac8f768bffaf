namespace DslTensors.Operators;

/// <summary>A matrix with its dimensions exchanged; vectors and scalars stay as they are (PyTorch's <c>t</c>, and <c>T</c> and <c>H</c> of a matrix); the result is a view.</summary>
/// <param name="input">A tensor with at most two dimensions.</param>
/// <returns>A view of the same elements.</returns>
/// <exception cref="ShapeException">There are more dimensions.</exception>
[TensorOp("s... -> transposed(s)", Method = "T", Name = "t", Aliases = ["H"], IsView = true)]
public static partial class TransposedMatrix
{
    private static Tensor<TElement> Compose<TElement>(Tensor<TElement> input)
        where TElement : unmanaged => input.Rank switch
        {
            > 2 => throw new ShapeException($"t() expects a tensor with <= 2 dimensions, but self is {input.Rank}D. Its shape is {input.Shape}; x.MT() exchanges the last two dimensions, x.Permute(...) any."),
            2 => input.Transpose(0, 1),
            _ => input.Permute([.. Enumerable.Range(0, input.Rank)]),
        };
}
