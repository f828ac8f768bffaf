namespace DslTensors.Operators;

/// <summary>The indices of all elements other than 0, in row-major order (PyTorch's <c>nonzero</c>).</summary>
/// <param name="input">The tensor.</param>
/// <returns>A row of indices for each such element, [count, rank].</returns>
[TensorOp("s... -> n k", NonDifferentiable = true)]
public static partial class Nonzero
{
    private static Tensor<long> Compose<T>(Tensor<T> input)
        where T : unmanaged
    {
        if (input.Device.Backend is not null)
            return Compose(input.Detach().Cpu()).To(input.Device);
        var elements = input.AsView().Dense().Span;
        var count = 0;
        foreach (var element in elements)
            count += EqualityComparer<T>.Default.Equals(element, default) ? 0 : 1;
        var rows = Tensor<long>.Allocate(input.Device, StridedLayout.Contiguous(count, input.Rank));
        Fill(elements, input.Layout.Sizes, rows.AsView().Span);
        GC.KeepAlive(input);
        GC.KeepAlive(rows);
        return rows;
    }

    private static void Fill<T>(ReadOnlySpan<T> elements, int[] sizes, Span<long> rows)
        where T : unmanaged
    {
        Span<long> place = stackalloc long[sizes.Length];
        var to = 0;
        foreach (var element in elements)
        {
            if (!EqualityComparer<T>.Default.Equals(element, default))
            {
                place.CopyTo(rows[to..]);
                to += place.Length;
            }

            for (var dim = sizes.Length - 1; dim >= 0 && ++place[dim] == sizes[dim]; dim--)
                place[dim] = 0;
        }
    }
}
