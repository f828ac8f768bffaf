namespace DslTensors;

public sealed partial class BackwardPass
{
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
}
