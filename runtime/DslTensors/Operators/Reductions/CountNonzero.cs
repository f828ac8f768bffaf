namespace DslTensors.Operators;

/// <summary>How many elements along some dimensions are not 0 (PyTorch's <c>count_nonzero</c>).</summary>
/// <param name="input">The tensor.</param>
/// <param name="dim">The dimensions; all by default.</param>
/// <returns>The counts.</returns>
/// <exception cref="DimensionException">A dimension is out of range or given twice.</exception>
[TensorOp("s... -> reduce(s, dim, false)", NonDifferentiable = true)]
public static partial class CountNonzero
{
    private static void Forward<T>(TensorView<T> input, TensorView<long> result, Dims dim = default)
        where T : unmanaged
    {
        var rows = ReducedRows.Of(input, dim.Flags(input.Rank), out var length);
        for (var i = 0; i < result.Count; i++)
        {
            var count = 0L;
            foreach (var element in rows.AsSpan(i * length, length))
                count += EqualityComparer<T>.Default.Equals(element, default) ? 0 : 1;
            result.Span[i] = count;
        }
    }
}
