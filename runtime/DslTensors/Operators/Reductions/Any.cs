namespace DslTensors.Operators;

/// <summary>Whether any element along some dimensions is true, or not 0 (PyTorch's <c>any</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimensions; all by default.</param>
/// <param name="keepDim">Whether the dimensions stay, with size 1.</param>
/// <returns>The answers; false where there is no element.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, keepDim)", NonDifferentiable = true)]
public static partial class Any
{
    private static void Forward<T>(TensorView<T> input, TensorView<bool> result, Dims dim = default, bool keepDim = false)
        where T : unmanaged
    {
        var rows = ReducedRows.Of(input, dim.Flags(input.Rank), out var length);
        for (var i = 0; i < result.Count; i++)
            result.Span[i] = HasElement(rows.AsSpan(i * length, length), isZero: false);
    }

    private static bool HasElement<T>(ReadOnlySpan<T> row, bool isZero)
        where T : unmanaged
    {
        foreach (var element in row)
        {
            if (EqualityComparer<T>.Default.Equals(element, default) == isZero)
                return true;
        }

        return false;
    }
}
