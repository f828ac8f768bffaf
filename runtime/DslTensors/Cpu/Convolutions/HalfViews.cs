namespace DslTensors.Cpu;

/// <summary>Halves as floats, for kernels that compute in float and round once at the end.</summary>
internal static class HalfViews
{
    public static TensorView<float> Widen<T>(TensorView<T> halves)
        where T : unmanaged
    {
        var source = (TensorView<Half>)(object)halves.Dense();
        return new TensorView<float>(Array.ConvertAll(source.Span.ToArray(), half => (float)half), 0, halves.Layout.ToContiguous());
    }

    public static TensorView<float>? Widen<T>(TensorView<T>? halves)
        where T : unmanaged => halves is { } given ? Widen(given) : null;

    /// <summary>Floats in the place of a result.</summary>
    public static NarrowedResult Narrowing<T>(TensorView<T> result)
        where T : unmanaged => new((TensorView<Half>)(object)result);
}

/// <summary>A result of halves that is computed in float first.</summary>
internal readonly struct NarrowedResult(TensorView<Half> result)
{
    public TensorView<float> View { get; } = new(new float[result.Count], 0, result.Layout.ToContiguous());

    /// <summary>Rounds the floats into the result.</summary>
    public void Store()
    {
        var halves = result.Span;
        var floats = View.Span;
        for (var i = 0; i < halves.Length; i++)
            halves[i] = (Half)floats[i];
    }
}
