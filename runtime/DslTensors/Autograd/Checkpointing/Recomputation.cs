namespace DslTensors;

/// <summary>
/// A part of a computation that keeps nothing for backward: when backward first asks for a value, the part is computed once more, and
/// what it would have kept is kept then.
/// </summary>
/// <param name="compute">Computes the part.</param>
internal sealed class Recomputation(Action compute)
{
    [ThreadStatic]
    private static Recomputation? t_current;

    private readonly Lock _gate = new();
    private readonly RandomState _random = RandomSource.Default.GetState();
    private readonly List<bool> _isReleased = [];
    private List<(Tensor Tensor, int Version)?>? _values;
    private bool _isRecomputing;

    /// <summary>Whether what is saved on this thread belongs to such a part.</summary>
    public static bool IsInUse => t_current is not null;

    /// <summary>What a step holds in the place of a tensor that it saves.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="history">The history to give the tensor that is computed once more.</param>
    public static object Keep(Tensor tensor, Node? history)
    {
        var current = t_current!;

        // The user's parameters are in memory anyway.
        if (tensor is { RequiresGrad: true, LastGradFn: null } && history is null)
            return tensor;
        if (current._isRecomputing)
        {
            current._values!.Add((tensor, tensor.VersionCounter.Version));
            return tensor;
        }

        current._isReleased.Add(false);
        return new RecomputedTensor(current, current._isReleased.Count - 1, history, tensor.Shape);
    }

    /// <summary>Computes the part for the first time.</summary>
    public void Run()
    {
        var outer = t_current;
        t_current = this;
        try
        {
            compute();
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>A value, computed once more where that has not happened yet.</summary>
    public Tensor Value(int index)
    {
        lock (_gate)
        {
            if (_values is null)
                Recompute();
            if (_values![index] is not { } value)
                throw new AutogradException("a checkpointed value was asked for after it had been released. Specify retainGraph: true if you need to backward through the graph a second time.");
            if (value.Tensor.VersionCounter.Version != value.Version)
            {
                throw new AutogradException(
                    "one of the variables needed for gradient computation has been modified by an inplace operation: " +
                    $"[{value.Tensor.DType.LegacyName()} {value.Tensor.Shape}] inside a function given to Autograd.Checkpoint. Write to a copy (x.Clone()) instead.");
            }

            return value.Tensor;
        }
    }

    public void Release(int index)
    {
        lock (_gate)
        {
            _isReleased[index] = true;
            if (_values is not null)
                _values[index] = null;
        }
    }

    private void Recompute()
    {
        var random = RandomSource.Default.GetState();
        _values = [];
        _isRecomputing = true;
        try
        {
            RandomSource.Default.SetState(_random);
            using (Autograd.EnableGrad())
                Run();
        }
        catch
        {
            _values = null;
            throw;
        }
        finally
        {
            _isRecomputing = false;
            RandomSource.Default.SetState(random);
        }

        if (_values.Count != _isReleased.Count)
        {
            var count = _values.Count;
            _values = null;
            throw new AutogradException(
                "torch.utils.checkpoint: A different number of tensors was saved during the original forward and recomputation. " +
                $"Number of tensors saved during forward: {_isReleased.Count}. Number of tensors saved during recomputation: {count}. " +
                "The function given to Autograd.Checkpoint must compute the same each time.");
        }

        for (var i = 0; i < _values.Count; i++)
        {
            if (_isReleased[i])
                _values[i] = null;
        }
    }
}
