namespace DslTensors;

public sealed partial class BackwardPass
{
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

        if (ReferenceEquals(node.Pass, this))
        {
            isNew = false;
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
