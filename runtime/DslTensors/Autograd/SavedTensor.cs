namespace DslTensors;

/// <summary>A tensor kept for backward, with the version it had: a later in-place write is an error, never a wrong gradient.</summary>
/// <typeparam name="T">The element type.</typeparam>
public struct SavedTensor<T>
    where T : unmanaged
{
    private const int s_followsData = -1;

    private readonly int _version;
    private readonly int _dataGeneration;
    private object? _kept;

    /// <summary>Keeps a tensor as it is now.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="step">The step that keeps it, if the tensor is a result of this step.</param>
    /// <param name="output">The position among the results.</param>
    /// <exception cref="AutogradException">The tensor was made in inference mode.</exception>
    public SavedTensor(Tensor<T> tensor, Node? step = null, int output = 0)
    {
        var storage = tensor.Storage;
        if (storage.IsInference)
        {
            throw new AutogradException(
                "Inference tensors cannot be saved for backward. To work around you can make a clone to get a normal tensor and use it in autograd. " +
                $"The tensor of shape {tensor.Shape} was made inside Autograd.InferenceMode(): use x.Clone() outside of it.");
        }

        _version = tensor.VersionCounter.Version;

        // As in PyTorch, a leaf that gets other Data stands for these from then on.
        _dataGeneration = step is null && tensor.LastGradFn is null ? s_followsData : tensor.DataGeneration;
        storage.IsShared = true;
        _kept = Recomputation.IsInUse ? Recomputation.Keep(tensor, HistoryOf(tensor, step, output)) : tensor;
    }

    /// <summary>The tensor.</summary>
    /// <param name="step">The step that keeps it, if the tensor is a result of this step.</param>
    /// <exception cref="AutogradException">Its values were changed in place since, or it was released by an earlier backward.</exception>
    public readonly Tensor<T> Unpack(Node? step = null)
    {
        var kept = _kept;
        if (kept is not Tensor<T> tensor)
            return kept is RecomputedTensor recomputed ? recomputed.Get<T>() : throw Released();
        if (tensor.VersionCounter.Version != _version)
            throw Modified(tensor, step ?? tensor.LastGradFn);
        return _dataGeneration == s_followsData || _dataGeneration == tensor.DataGeneration ? tensor : tensor.BeforeDataWasSet(_dataGeneration);
    }

    /// <summary>Lets go of the tensor.</summary>
    public void Release()
    {
        if (_kept is RecomputedTensor recomputed)
            recomputed.Release();
        _kept = null;
    }

    /// <summary>Lets go of an optional tensor.</summary>
    public static void Release(ref SavedTensor<T>? saved)
    {
        if (saved is { } kept)
        {
            kept.Release();
            saved = kept;
        }
    }

    private static Node? HistoryOf(Tensor<T> tensor, Node? step, int output) => step is null || !tensor.DType.IsFloatingPoint() ? tensor.LastGradFn
        : output == 0 ? step
        : new OutputGradient<T>(step, output, tensor.Layout);

    private static AutogradException Released() => new(
        "Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). " +
        "Saved intermediate values of the graph are freed when you call Backward() or Autograd.Grad(). " +
        "Specify retainGraph: true if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.");

    private readonly AutogradException Modified(Tensor<T> tensor, Node? history)
    {
        var origin = history is null ? "" : $", which is output 0 of {history.Name},";
        return new AutogradException(
            "one of the variables needed for gradient computation has been modified by an inplace operation: " +
            $"[{tensor.DType.LegacyName()} {tensor.Shape}]{origin} is at version {tensor.Version}; expected version {_version} instead. " +
            (Autograd.IsAnomalyDetected
                ? "Hint: the operation named below failed to compute its gradient. The variable in question was changed there or anywhere later. "
                : "Hint: enable anomaly detection to find the operation that failed to compute its gradient, with 'using (Autograd.DetectAnomaly())'. ") +
            "Write to a copy (x.Clone()) instead, or after Backward().");
    }
}
