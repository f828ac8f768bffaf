namespace DslTensors;

/// <summary>A tensor kept for backward, with the version it had: a later in-place write is an error, never a wrong gradient.</summary>
/// <typeparam name="T">The element type.</typeparam>
public struct SavedTensor<T>
    where T : unmanaged
{
    private readonly int _version;
    private Tensor<T>? _tensor;

    /// <summary>Keeps a tensor as it is now.</summary>
    public SavedTensor(Tensor<T> tensor)
    {
        _tensor = tensor;
        _version = tensor.Version;
        tensor.Storage.IsShared = true;
    }

    /// <summary>The tensor.</summary>
    /// <exception cref="AutogradException">Its values were changed in place since, or it was released by an earlier backward.</exception>
    public readonly Tensor<T> Unpack()
    {
        if (_tensor is not { } tensor)
        {
            throw new AutogradException(
                "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). " +
                "Saved intermediate values of the graph are freed when you call Backward() or Autograd.Grad(). " +
                "Specify retainGraph: true if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.");
        }

        if (tensor.Version != _version)
            throw Modified(tensor);
        return tensor;
    }

    /// <summary>Lets go of the tensor.</summary>
    public void Release() => _tensor = null;

    /// <summary>Lets go of an optional tensor.</summary>
    public static void Release(ref SavedTensor<T>? saved)
    {
        if (saved is { } kept)
        {
            kept.Release();
            saved = kept;
        }
    }

    private readonly AutogradException Modified(Tensor<T> tensor)
    {
        var origin = tensor.GradFn is { } node ? $", which is output 0 of {node.Name}," : "";
        return new AutogradException(
            "one of the variables needed for gradient computation has been modified by an inplace operation: " +
            $"[{tensor.DType.LegacyName()} {tensor.Shape}]{origin} is at version {tensor.Version}; expected version {_version} instead. " +
            "Write to a copy (x.Clone()) instead, or after Backward().");
    }
}
