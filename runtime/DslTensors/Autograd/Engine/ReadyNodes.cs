namespace DslTensors;

/// <summary>The nodes of a pass that may run, the one that was recorded last in front.</summary>
internal struct ReadyNodes
{
    // Graphs are mostly narrow: a place near the front is found by walking, and only for wide ones a heap is worth its memory.
    private const int s_reach = 8;

    private Node? _first;
    private PriorityQueue<Node, (long Newest, long Order)>? _others;
    private long _pushed;

    public void Push(Node node, BackwardPass pass)
    {
        if (_first is null || node.Sequence > _first.Sequence)
        {
            pass.SlotOf(node).Next = _first;
            _first = node;
            return;
        }

        var before = _first;
        for (var i = 0; i < s_reach; i++)
        {
            ref var next = ref pass.SlotOf(before).Next;
            if (next is null || node.Sequence > next.Sequence)
            {
                pass.SlotOf(node).Next = next;
                next = node;
                return;
            }

            before = next;
        }

        _others ??= new PriorityQueue<Node, (long, long)>();
        _others.Enqueue(node, (-node.Sequence, _pushed++));
    }

    public Node? Pop(BackwardPass pass)
    {
        var node = _first;
        if (_others is { Count: > 0 } && (node is null || _others.Peek().Sequence > node.Sequence))
            return _others.Dequeue();
        if (node is not null)
            _first = pass.SlotOf(node).Next;
        return node;
    }
}
