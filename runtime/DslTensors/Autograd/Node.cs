using DslTensors.Operators;

namespace DslTensors;

/// <summary>A step of a computation that backward can retrace: what <see cref="Tensor.GradFn"/> points to. Subclasses are generated.</summary>
public abstract class Node
{
    internal NodeSlot Slot;
    internal BackwardPass? Pass;

    /// <summary>PyTorch's name of the step, e.g. <c>MulBackward0</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The number of inputs that could receive a gradient.</summary>
    public abstract int EdgeCount { get; }

    /// <summary>The step that made an input; <see langword="null"/> if that input needs no gradient.</summary>
    public abstract Node? Edge(int index);

    /// <summary>Drops what was saved for backward.</summary>
    public virtual void Release()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => $"<{Name}>";

    internal abstract StridedLayout OutputLayout { get; }

    /// <summary>Computes the gradients of the inputs from the one collected in <paramref name="slot"/> and sends them on.</summary>
    internal abstract void Run(ref NodeSlot slot, BackwardPass pass);

    /// <summary>Adds a further gradient to the one in <paramref name="slot"/>.</summary>
    internal abstract void Accumulate(ref NodeSlot slot, Tensor gradient, BackwardPass pass);
}

/// <summary>A step whose result has elements of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The element type of the result.</typeparam>
/// <param name="output">The form of the result.</param>
public abstract class Node<T>(StridedLayout output) : Node
    where T : unmanaged
{
    internal override StridedLayout OutputLayout => output;

    /// <summary>Computes the gradients of the inputs that need one and sends each to its <see cref="Node.Edge"/>.</summary>
    /// <param name="grad">The gradient of the result.</param>
    /// <param name="pass">Takes the gradients of the inputs.</param>
    protected abstract void Backward(Tensor<T> grad, BackwardPass pass);

    internal override void Run(ref NodeSlot slot, BackwardPass pass)
    {
        if ((slot.Gradient ?? Undefined(slot)) is Tensor<T> gradient)
        {
            slot.Gradient = null;
            pass.OtherGradients = slot.OtherGradients;
            slot.OtherGradients = null;

            // The gradient may go to the first input as it is, be added to there, and then be read for the third.
            if (EdgeCount > 2)
                gradient.Storage.IsShared = true;
            Backward(gradient, pass);
        }
    }

    // Only a further result was used: the first counts as not having moved anything.
    private Tensor<T>? Undefined(in NodeSlot slot) =>
        slot.OtherGradients is null ? null : FilledTensor.Of<T>(output.Sizes, 0);

    internal override void Accumulate(ref NodeSlot slot, Tensor gradient, BackwardPass pass)
    {
        if (gradient is not Tensor<T> typed)
            throw new AutogradException($"Function {Name} returned an invalid gradient: expected type {DTypes.Of<T>()} but got {gradient.DType}. The gradient method must return the type of its input.");
        typed = Unbroadcast.To(typed, output);
        if (slot.Gradient is null)
            slot.Gradient = typed;
        else
            slot.Gradient = GradientSum.Add((Tensor<T>)slot.Gradient, typed, mayReuse: !pass.CreatesGraph);
    }
}

/// <summary>What a running backward pass keeps for a node.</summary>
internal struct NodeSlot
{
    /// <summary>The sum of the gradients received so far.</summary>
    public Tensor? Gradient;

    /// <summary>The gradients of the results after the first, by position.</summary>
    public Tensor?[]? OtherGradients;

    /// <summary>How many steps have yet to send theirs.</summary>
    public int Pending;

    /// <summary>The next node in the pass's stack.</summary>
    public Node? Next;

    /// <summary>The next node that the pass has found.</summary>
    public Node? NextFound;
}
