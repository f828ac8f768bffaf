using DslTensors.Operators;

namespace DslTensors;

/// <summary>
/// One walk over a graph. Each node runs once, after all that depend on it; what it saved is dropped as soon as it has run.
/// The walk uses no recursion and no collections: its stack runs through the nodes themselves. Where another pass is walking the
/// same nodes at the same time, it keeps its marks in a dictionary instead.
/// </summary>
public sealed class BackwardPass
{
    // Numbers the steps that run on a thread: a gradient that one of them sends twice is shared from then on.
    [ThreadStatic]
    private static long t_runs;

    private readonly bool _retainsGraph;
    private Dictionary<Node, StrongSlot>? _ownSlots;
    private Node? _found;
    private Node? _ready;

    private BackwardPass(bool retainsGraph, bool createsGraph)
    {
        _retainsGraph = retainsGraph;
        CreatesGraph = createsGraph;
    }

    /// <summary>Whether the gradients are themselves recorded.</summary>
    public bool CreatesGraph { get; }

    /// <summary>Sends a gradient to the step that made an input.</summary>
    /// <param name="edge">The step; nothing happens if it is <see langword="null"/>.</param>
    /// <param name="gradient">The gradient, which may still have broadcast dimensions; <see langword="null"/> for none.</param>
    public void Send(Node? edge, Tensor? gradient)
    {
        if (edge is null || gradient is null)
            return;
        var storage = gradient.UntypedStorage;
        if (storage.SentInRun == t_runs)
            storage.IsShared = true;
        storage.SentInRun = t_runs;
        edge.Accumulate(ref SlotOf(edge), gradient, this);
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
    internal void Send(Node step, int output, Tensor gradient)
    {
        ref var slot = ref SlotOf(step);
        if (slot.OtherGradients is null || slot.OtherGradients.Length <= output)
            Array.Resize(ref slot.OtherGradients, output + 1);
        slot.OtherGradients[output] = gradient;
    }

    internal static void Run(Node root, Tensor gradient, bool retainsGraph, bool createsGraph)
    {
        var pass = new BackwardPass(retainsGraph, createsGraph);
        using (GradMode.Set(createsGraph))
        {
            try
            {
                pass.Discover(root);
                root.Accumulate(ref pass.SlotOf(root), gradient, pass);
                pass.Walk(root);
            }
            finally
            {
                pass.Forget();
            }
        }
    }

    private void Discover(Node root)
    {
        if (TryDiscover(root))
            return;
        Forget();
        _ownSlots = new Dictionary<Node, StrongSlot>(ReferenceEqualityComparer.Instance);
        TryDiscover(root);
    }

    /// <summary>Counts, for every node in reach, the steps that will send it a gradient.</summary>
    private bool TryDiscover(Node root)
    {
        if (!Claim(root, out _))
            return false;
        Push(root);
        while (Pop() is { } node)
        {
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is not { } edge)
                    continue;
                if (!Claim(edge, out var isNew))
                    return false;
                if (isNew)
                    Push(edge);
                SlotOf(edge).Pending++;
            }
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

    private void Walk(Node root)
    {
        Push(root);
        while (Pop() is { } node)
        {
            t_runs++;
            node.Run(ref SlotOf(node), this);
            if (!_retainsGraph)
                node.Release();
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is { } edge && --SlotOf(edge).Pending == 0)
                    Push(edge);
            }
        }
    }

    private void Forget()
    {
        _ready = null;
        while (_found is { } node)
        {
            _found = node.Slot.NextFound;
            node.Slot = default;
            Volatile.Write(ref node.Pass, null);
        }
    }

    private void Push(Node node)
    {
        SlotOf(node).Next = _ready;
        _ready = node;
    }

    private Node? Pop()
    {
        var node = _ready;
        if (node is not null)
            _ready = SlotOf(node).Next;
        return node;
    }

    private ref NodeSlot SlotOf(Node node)
    {
        if (_ownSlots is null)
            return ref node.Slot;
        return ref _ownSlots[node].Value;
    }

    private sealed class StrongSlot
    {
        public NodeSlot Value;
    }
}
