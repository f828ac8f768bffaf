using DslTensors.Cpu;

namespace DslTensors;

/// <summary>The 16-bit numbers, which operators compute with in <see langword="float"/>; generated code calls it.</summary>
public static class Halves
{
    /// <summary>Whether <typeparamref name="T"/> is one of them; constant for the JIT.</summary>
    public static bool Are<T>()
        where T : unmanaged => StorageConversion.IsHalf<T>();

    /// <summary>A contiguous copy of the elements as floats.</summary>
    public static TensorView<float> Widen<T>(TensorView<T> view)
        where T : unmanaged
    {
        var wide = Room(view);
        StorageConversion<T, float>.Widen(view.Dense().Span, wide.Span);
        return wide;
    }

    /// <summary>A contiguous copy of the elements of each view as floats.</summary>
    public static TensorView<float>[] Widen<T>(TensorView<T>[] views)
        where T : unmanaged => Array.ConvertAll(views, Widen);

    /// <summary>Contiguous memory for as many floats, with unspecified contents.</summary>
    public static TensorView<float> Room<T>(TensorView<T> view)
        where T : unmanaged => new(GC.AllocateUninitializedArray<float>(view.Count), 0, view.Layout.ToContiguous());

    /// <summary>Rounds floats into a contiguous view.</summary>
    public static void Narrow<T>(TensorView<float> wide, TensorView<T> target)
        where T : unmanaged => StorageConversion<T, float>.Narrow(wide.Span, target.Span);

    /// <summary>Each tensor as floats; gradients are rounded on their way back.</summary>
    public static Tensor<float>[] ToFloat<T>(ReadOnlySpan<Tensor<T>> tensors)
        where T : unmanaged
    {
        var wide = new Tensor<float>[tensors.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = tensors[i].To<float>();
        return wide;
    }

    /// <summary>Each tensor rounded.</summary>
    public static Tensor<T>[] FromFloat<T>(Tensor<float>[] tensors)
        where T : unmanaged => Array.ConvertAll(tensors, tensor => tensor.To<T>());
}
