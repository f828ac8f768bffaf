namespace DslTensors.Operators;

/// <summary>A copy of the elements that a view of the tensor would show (PyTorch's <c>as_strided</c>).</summary>
/// <param name="input">The whole.</param>
/// <param name="geometry">Where the view lies in it.</param>
/// <returns>The part.</returns>
[TensorOp("s... -> part...", Name = "as_strided", IsInternal = true)]
internal static partial class StridedPart
{
    private static Tensor<T> Compose<T>(Tensor<T> input, ViewGeometry geometry)
        where T : unmanaged
    {
        var part = Tensor<T>.Allocate(input.Device, geometry.Part.ToContiguous());
        var whole = input.AsView();
        if (!whole.IsContiguous || !geometry.Base.IsContiguous)
        {
            whole = geometry.Room<T>();
            StridedCopy.Run(input.AsView(), whole);
        }

        StridedCopy.Run(geometry.In(whole), part.AsView());
        GC.KeepAlive(input);
        GC.KeepAlive(part);
        return part;
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, ViewGeometry geometry)
        where T : unmanaged => StridedPartInZeros.Apply(grad, geometry, null);
}

/// <summary>Zeros with the elements of a view filled in (PyTorch's <c>as_strided_backward</c>).</summary>
/// <param name="input">The elements of the view.</param>
/// <param name="geometry">Where the view lies in the result.</param>
/// <returns>The whole.</returns>
[TensorOp("part... -> s...", Name = "as_strided_backward", IsInternal = true)]
internal static partial class StridedPartInZeros
{
    private static Tensor<T> Compose<T>(Tensor<T> input, ViewGeometry geometry)
        where T : unmanaged
    {
        var result = Tensor<T>.Allocate(input.Device, geometry.Base.ToContiguous());
        if (geometry.Base.IsContiguous)
        {
            result.AsView().Span.Clear();
            StridedCopy.Run(input.AsView(), geometry.In(result.AsView()));
        }
        else
        {
            var whole = geometry.Room<T>();
            StridedCopy.Run(input.AsView(), geometry.In(whole));
            StridedCopy.Run(whole, result.AsView());
        }

        GC.KeepAlive(input);
        GC.KeepAlive(result);
        return result;
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, ViewGeometry geometry)
        where T : unmanaged => StridedPart.Apply(grad, geometry, null);
}

/// <summary>The tensor with zeros where a view of it lies.</summary>
/// <param name="input">The whole.</param>
/// <param name="geometry">Where the view lies in it.</param>
/// <returns>A tensor of the same shape.</returns>
[TensorOp("s... -> s...", IsInternal = true)]
internal static partial class OutsideStridedPart
{
    private static Tensor<T> Compose<T>(Tensor<T> input, ViewGeometry geometry)
        where T : unmanaged
    {
        var result = Tensor<T>.Allocate(input.Device, geometry.Base.ToContiguous());
        StridedCopy.Run(input.AsView(), result.AsView());
        Clear(result, geometry);
        GC.KeepAlive(input);
        return result;
    }

    /// <summary>Writes the zeros into a contiguous tensor.</summary>
    internal static void Clear<T>(Tensor<T> whole, ViewGeometry geometry)
        where T : unmanaged
    {
        var zero = new TensorView<T>(new T[1], 0, StridedLayout.Scalar.BroadcastTo(geometry.Part.Sizes)!);
        if (geometry.Base.IsContiguous)
        {
            StridedCopy.Run(zero, geometry.In(whole.AsView()));
        }
        else
        {
            var room = geometry.Room<T>();
            StridedCopy.Run(whole.AsView(), room);
            StridedCopy.Run(zero, geometry.In(room));
            StridedCopy.Run(room, whole.AsView());
        }

        GC.KeepAlive(whole);
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, ViewGeometry geometry)
        where T : unmanaged => Apply(grad, geometry, null);
}
