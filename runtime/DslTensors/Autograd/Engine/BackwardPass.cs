using DslTensors.Operators;

namespace DslTensors;

/// <summary>
/// One walk over a graph. Each node runs once, after all that depend on it; of those that are ready, the one that was recorded last, so that
/// the walk retraces the computation. What a node saved is dropped as soon as it has run. The walk uses no recursion and no collections: its
/// lists run through the nodes themselves. Where another pass is walking the same nodes at the same time, it keeps its marks in a
/// dictionary instead.
/// </summary>
public sealed partial class BackwardPass
{
    // Numbers the steps that run on a thread: a gradient that one of them sends twice is shared from then on.
    [ThreadStatic]
    private static long t_runs;

    private readonly bool _retainsGraph;
    private readonly AskedGradients? _asked;
    private Dictionary<Node, StrongSlot>? _ownSlots;
    private AnomalyCheck? _anomalyCheck;
    private ReadyNodes _ready;
    private Node? _found;

    private BackwardPass(bool retainsGraph, bool createsGraph, AskedGradients? asked)
    {
        _retainsGraph = retainsGraph;
        _asked = asked;
        CreatesGraph = createsGraph;
    }

    /// <summary>Whether the gradients are themselves recorded.</summary>
    public bool CreatesGraph { get; }

    /// <summary>Whether the gradient of an input is wanted; generated code asks before it computes one.</summary>
    /// <param name="edge">The step that made the input.</param>
    public bool Needs(Node? edge) => edge is not null && (_asked is null || SlotOf(edge).Use != NodeUse.None);

    /// <summary>Whether the gradient of any input of a list is wanted; generated code asks before it computes them.</summary>
    /// <param name="edges">The steps that made the inputs.</param>
    public bool NeedsAny(Node?[] edges)
    {
        foreach (var edge in edges)
        {
            if (Needs(edge))
                return true;
        }

        return false;
    }

    /// <summary>Sends a gradient to the step that made an input.</summary>
    /// <param name="edge">The step; nothing happens if it is <see langword="null"/>.</param>
    /// <param name="gradient">The gradient, which may still have broadcast dimensions; <see langword="null"/> for none.</param>
    public void Send(Node? edge, Tensor? gradient)
    {
        if (gradient is null || !Needs(edge))
            return;
        _anomalyCheck?.See(edge!, gradient);
        var storage = gradient.UntypedStorage;
        if (storage.SentInRun == t_runs)
            storage.IsShared = true;
        storage.SentInRun = t_runs;
        edge!.Accumulate(ref SlotOf(edge), gradient, this);
    }

    /// <summary>The gradients that the running step has received for its results after the first.</summary>
    internal Tensor?[]? OtherGradients { get; set; }

    /// <summary>The gradient that the running step has received for its first result.</summary>
    internal Tensor? FirstGradient { get; set; }

    /// <summary>The gradient of a further result of the running step; zeros if nothing depends on that result.</summary>
    /// <typeparam name="T">The element type of the result.</typeparam>
    /// <param name="output">Its position among the results.</param>
    /// <param name="layout">Its form.</param>
    public Tensor<T> GradientOf<T>(int output, StridedLayout layout)
        where T : unmanaged =>
        GradientOf<T>(output) ?? FilledTensor.Of<T>(layout.Sizes, 0, FirstGradient?.Device);

    /// <summary>The gradient of a further result of the running step, if anything depends on that result.</summary>
    /// <typeparam name="T">The element type of the result.</typeparam>
    /// <param name="output">Its position among the results.</param>
    public Tensor<T>? GradientOf<T>(int output)
        where T : unmanaged => OtherGradients is { } others && output < others.Length ? (Tensor<T>?)others[output] : null;

    /// <summary>Hands a gradient of a further result to the step that made it, which runs once it has all.</summary>
    internal void Send<T>(Node step, int output, Tensor<T> gradient)
        where T : unmanaged
    {
        if (!Needs(step))
            return;
        ref var slot = ref SlotOf(step);
        if (slot.OtherGradients is null || slot.OtherGradients.Length <= output)
            Array.Resize(ref slot.OtherGradients, output + 1);
        ref var sum = ref slot.OtherGradients[output];
        sum = sum is null ? gradient : GradientSum.Add((Tensor<T>)sum, gradient, mayReuse: false);
    }

    /// <summary>Whether the gradient that a running step has received is the step's alone, and may hold what the step makes of it.</summary>
    internal static bool MayOverwrite<T>(Tensor<T> gradient)
        where T : unmanaged => !gradient.Storage.IsShared && gradient.Storage.SentInRun != t_runs && gradient.IsContiguous
            && ReferenceEquals(gradient.Storage.Device, Device.Cpu);

    internal ref NodeSlot SlotOf(Node node)
    {
        if (_ownSlots is null)
            return ref node.Slot;
        return ref _ownSlots[node].Value;
    }
}
