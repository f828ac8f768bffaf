namespace DslTensors.Operators;

/// <summary>Clears a part of each matrix of a contiguous tensor.</summary>
internal static class Triangle
{
    public static void Clear<T>(TensorView<T> matrices, Func<int, int, bool> isCleared)
        where T : unmanaged
    {
        var (rows, columns) = (matrices.Sizes[^2], matrices.Sizes[^1]);
        var elements = matrices.Span;
        for (var i = 0; i < elements.Length; i++)
        {
            if (isCleared(i / columns % rows, i % columns))
                elements[i] = default;
        }
    }
}
