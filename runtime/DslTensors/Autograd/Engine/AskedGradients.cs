namespace DslTensors;

/// <summary>The tensors whose gradients a pass is for: it runs only what lies between the results and them.</summary>
/// <param name="inputs">Where their gradients go.</param>
/// <param name="accumulates">Whether leaves among them get what arrives, as in <c>Backward</c>; otherwise it is handed out.</param>
internal sealed class AskedGradients(Node[] inputs, bool accumulates)
{
    private readonly Dictionary<Node, Tensor?> _gradients = new(ReferenceEqualityComparer.Instance);

    /// <summary>The gradient that arrived for an input; <see langword="null"/> if none did.</summary>
    public Tensor? this[Node input] => _gradients.GetValueOrDefault(input);

    /// <summary>Marks the nodes that have to run, and counts again what each waits for.</summary>
    public void Select(BackwardPass pass, ReadOnlySpan<Node> roots)
    {
        foreach (var input in inputs)
            _gradients[input] = null;
        var order = Order(pass, roots);
        for (var i = order.Count - 1; i >= 0; i--)
        {
            var node = order[i];
            var use = _gradients.ContainsKey(node) ? NodeUse.IsAskedFor : NodeUse.None;
            if (use != NodeUse.None && accumulates)
                use |= NodeUse.Runs;
            for (var k = 0; k < node.EdgeCount && (use & NodeUse.Runs) == 0; k++)
            {
                if (node.Edge(k) is { } edge && pass.SlotOf(edge).Use != NodeUse.None)
                    use |= NodeUse.Runs;
            }

            pass.SlotOf(node).Use = use;
        }

        foreach (var node in order)
        {
            if ((pass.SlotOf(node).Use & NodeUse.Runs) == 0)
                continue;
            for (var k = 0; k < node.EdgeCount; k++)
            {
                if (node.Edge(k) is { } edge)
                    pass.SlotOf(edge).Pending++;
            }
        }
    }

    /// <summary>Takes the gradient of a node that is ready if it was asked for.</summary>
    /// <returns>Whether the node has to run.</returns>
    public bool Take(Node node, ref NodeSlot slot)
    {
        if ((slot.Use & NodeUse.IsAskedFor) != 0 && !accumulates)
        {
            if (slot.Gradient is { } gradient)
                gradient.UntypedStorage.IsShared = true;
            _gradients[node] = slot.Gradient;
        }

        return (slot.Use & NodeUse.Runs) != 0;
    }

    /// <summary>All nodes, each after those that send it a gradient; what each waits for is counted down to 0.</summary>
    private static List<Node> Order(BackwardPass pass, ReadOnlySpan<Node> roots)
    {
        var order = new List<Node>();
        var first = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var root in roots)
        {
            if (pass.SlotOf(root).Pending == 0 && first.Add(root))
                order.Add(root);
        }

        for (var i = 0; i < order.Count; i++)
        {
            for (var k = 0; k < order[i].EdgeCount; k++)
            {
                if (order[i].Edge(k) is { } edge && --pass.SlotOf(edge).Pending == 0)
                    order.Add(edge);
            }
        }

        return order;
    }
}
