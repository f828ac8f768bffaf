using DslTensors.Operators;

namespace DslTensors;

/// <summary>
/// One walk over a graph. Each node runs once, after all that depend on it; of those that are ready, the one that was recorded last, so that
/// the walk retraces the computation. What a node saved is dropped as soon as it has run. The walk uses no recursion and no collections: its
/// lists run through the nodes themselves. Where another pass is walking the same nodes at the same time, it keeps its marks in a
/// dictionary instead.
/// </summary>
public sealed class BackwardPass
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

    /// <summary>The gradient of a further result of the running step; zeros if nothing depends on that result.</summary>
    /// <typeparam name="T">The element type of the result.</typeparam>
    /// <param name="output">Its position among the results.</param>
    /// <param name="layout">Its form.</param>
    public Tensor<T> GradientOf<T>(int output, StridedLayout layout)
        where T : unmanaged =>
        OtherGradients is { } others && output < others.Length && others[output] is Tensor<T> gradient ? gradient : FilledTensor.Of<T>(layout.Sizes, 0);

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

    /// <summary>Walks from one result to all leaves.</summary>
    internal static void Run(Node root, Tensor gradient, bool retainsGraph, bool createsGraph)
    {
        var pass = new BackwardPass(retainsGraph, createsGraph, null);
        var outer = AutogradModes.EnterPass(createsGraph);
        try
        {
            pass.Discover(root, default);
            root.Accumulate(ref pass.SlotOf(root), gradient, pass);
            pass.Walk(root, default);
        }
        finally
        {
            pass.Forget();
            AutogradModes.LeavePass(outer);
        }
    }

    /// <summary>Walks from several results to all leaves, or as far as the gradients go that are asked for.</summary>
    internal static void Run(ReadOnlySpan<Node> roots, ReadOnlySpan<Tensor> gradients, bool retainsGraph, bool createsGraph, AskedGradients? asked)
    {
        var pass = new BackwardPass(retainsGraph, createsGraph, asked);
        var outer = AutogradModes.EnterPass(createsGraph);
        try
        {
            pass.Discover(roots[0], roots[1..]);
            asked?.Select(pass, roots);
            for (var i = 0; i < roots.Length; i++)
            {
                if (pass.Needs(roots[i]))
                    roots[i].Accumulate(ref pass.SlotOf(roots[i]), gradients[i], pass);
            }

            pass.Walk(roots[0], roots[1..]);
        }
        finally
        {
            pass.Forget();
            AutogradModes.LeavePass(outer);
        }
    }

    internal ref NodeSlot SlotOf(Node node)
    {
        if (_ownSlots is null)
            return ref node.Slot;
        return ref _ownSlots[node].Value;
    }

    private void Discover(Node root, ReadOnlySpan<Node> otherRoots)
    {
        if ((AutogradModes.Current & ModeFlags.Anomaly) != 0)
            _anomalyCheck = new AnomalyCheck((AutogradModes.Current & ModeFlags.NanCheck) != 0);
        if (TryDiscover(root, otherRoots))
            return;
        Forget();
        _ownSlots = new Dictionary<Node, StrongSlot>(ReferenceEqualityComparer.Instance);
        TryDiscover(root, otherRoots);
    }

    /// <summary>Counts, for every node in reach, the steps that will send it a gradient.</summary>
    private bool TryDiscover(Node root, ReadOnlySpan<Node> otherRoots)
    {
        Node? reached = null;
        if (!TryReach(root, ref reached))
            return false;
        foreach (var other in otherRoots)
        {
            if (!TryReach(other, ref reached))
                return false;
        }

        while (reached is { } node)
        {
            reached = SlotOf(node).Next;
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is not { } edge)
                    continue;
                if (!TryReach(edge, ref reached))
                    return false;
                SlotOf(edge).Pending++;
            }
        }

        return true;
    }

    private bool TryReach(Node node, ref Node? reached)
    {
        if (!Claim(node, out var isNew))
            return false;
        if (isNew)
        {
            SlotOf(node).Next = reached;
            reached = node;
        }

        return true;
    }

    private bool Claim(Node node, out bool isNew)
    {
        if (_ownSlots is not null)
        {
            isNew = _ownSlots.TryAdd(node, new StrongSlot());
            return true;
        }

        var owner = Interlocked.CompareExchange(ref node.Pass, this, null);
        isNew = owner is null;
        if (isNew)
        {
            node.Slot = new NodeSlot { NextFound = _found };
            _found = node;
        }

        return isNew || ReferenceEquals(owner, this);
    }

    private void Walk(Node root, ReadOnlySpan<Node> otherRoots)
    {
        PushRoot(root);
        foreach (var other in otherRoots)
            PushRoot(other);
        while (_ready.Pop(this) is { } node)
        {
            ref var slot = ref SlotOf(node);
            if (_asked is not null && !_asked.Take(node, ref slot))
                continue;
            t_runs++;
            if (_anomalyCheck is null)
                node.Run(ref slot, this);
            else
                _anomalyCheck.Run(node, ref slot, this);
            if (!_retainsGraph)
                node.Release();
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is { } edge && Needs(edge) && --SlotOf(edge).Pending == 0)
                    _ready.Push(edge, this);
            }
        }
    }

    // A root in reach of another one waits for it, and one that is given twice starts once.
    private void PushRoot(Node root)
    {
        ref var slot = ref SlotOf(root);
        if (slot.Pending != 0 || !Needs(root))
            return;
        slot.Pending = -1;
        _ready.Push(root, this);
    }

    private void Forget()
    {
        _ready = default;
        while (_found is { } node)
        {
            _found = node.Slot.NextFound;
            node.Slot = default;
            Volatile.Write(ref node.Pass, null);
        }
    }

    private sealed class StrongSlot
    {
        public NodeSlot Value;
    }
}
