namespace DslTensors;

/// <summary>What a running backward pass keeps for a node.</summary>
internal struct NodeSlot
{
    /// <summary>The sum of the gradients received so far.</summary>
    public Tensor? Gradient;

    /// <summary>The gradients of the results after the first, by position.</summary>
    public Tensor?[]? OtherGradients;

    /// <summary>How many steps have yet to send theirs.</summary>
    public int Pending;

    /// <summary>What the pass wants of the node, if it asks for the gradients of certain tensors only.</summary>
    public NodeUse Use;

    /// <summary>The next node in the pass's stack.</summary>
    public Node? Next;

    /// <summary>The next node that the pass has found.</summary>
    public Node? NextFound;
}

/// <summary>What a pass that asks for the gradients of certain tensors wants of a node.</summary>
[Flags]
internal enum NodeUse : byte
{
    /// <summary>Nothing: no tensor that was asked for lies behind it.</summary>
    None = 0,

    /// <summary>The gradient that arrives there.</summary>
    IsAskedFor = 1,

    /// <summary>That it runs.</summary>
    Runs = 2,
}
