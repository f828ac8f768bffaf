namespace DslTensors;

/// <summary>Results that the user brings (PyTorch's <c>out=</c>).</summary>
public static class Destination
{
    /// <summary>A tensor for an operator to fill: the destination itself where that is safe, otherwise a new one.</summary>
    /// <exception cref="AutogradException">An input or the destination requires gradients.</exception>
    /// <exception cref="ShapeException">The destination is neither empty nor of the result's shape.</exception>
    public static Tensor<T> Prepare<T>(string operation, Tensor<T>? destination, Device device, StridedLayout layout, ReadOnlySpan<Tensor?> inputs)
        where T : unmanaged
    {
        if (destination is null)
            return Tensor<T>.Allocate(device, layout);
        foreach (var input in inputs)
        {
            if (input is { RequiresGrad: true } && AutogradModes.Record)
                throw NotDifferentiable(operation);
        }

        Fit(operation, destination, device, layout);
        foreach (var input in inputs)
        {
            if (input is not null && ReferenceEquals(input.UntypedStorage, destination.Storage))
                return Tensor<T>.Allocate(device, layout);
        }

        return destination.IsContiguous ? destination : Tensor<T>.Allocate(device, layout);
    }

    /// <summary>Ends an operator: moves a result that was computed elsewhere into the destination.</summary>
    public static Tensor<T> Finish<T>(Tensor<T>? destination, Tensor<T> result)
        where T : unmanaged
    {
        if (destination is null)
            return result;
        if (!ReferenceEquals(destination, result))
            TensorCopy.Run(result, destination);
        destination.BumpVersion();
        GC.KeepAlive(result);
        return destination;
    }

    /// <summary>The result of a composite operator, in the destination if there is one.</summary>
    public static Tensor<T> Store<T>(string operation, Tensor<T>? destination, Tensor<T> result)
        where T : unmanaged
    {
        if (destination is null)
            return result;
        if (result.RequiresGrad)
            throw NotDifferentiable(operation);
        Fit(operation, destination, result.Device, result.Layout);
        return Finish(destination, result);
    }

    private static void Fit<T>(string operation, Tensor<T> destination, Device device, StridedLayout layout)
        where T : unmanaged
    {
        if (destination.RequiresGrad && AutogradModes.Record)
            throw NotDifferentiable(operation);
        if (!ReferenceEquals(destination.Device, device))
            throw new DeviceException($"Expected all tensors to be on the same device, but found at least two devices, {device} and {destination.Device}! {operation}: 'destination' must lie where the inputs do.");
        destination.CheckInference(operation);
        if (destination.Layout.SameSizes(layout))
        {
            if (destination.Layout.HasInternalOverlap)
                throw new TensorException($"unsupported operation: more than one element of the written-to tensor refers to a single memory location. {operation}: Clone() the destination first.");
            return;
        }

        if (destination.Count != 0)
        {
            throw new ShapeException(
                $"{operation}: 'destination' has shape {destination.Shape}, but the result has shape {new Shape(layout.Sizes)}. " +
                "Give a tensor of that shape, or an empty one, which is resized.");
        }

        destination.Resize(layout.ToContiguous());
    }

    private static AutogradException NotDifferentiable(string operation) => new(
        $"{operation}(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad. " +
        "Leave out 'destination', or compute inside 'using (Autograd.NoGrad())'.");
}
