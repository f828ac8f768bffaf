using DslTensors.Operators;

namespace DslTensors;

/// <summary>A step of a computation that backward can retrace: what <see cref="Tensor.GradFn"/> points to. Subclasses are generated.</summary>
public abstract class Node
{
    [ThreadStatic]
    private static long t_created;

    internal NodeSlot Slot;
    internal BackwardPass? Pass;
    internal GradientHooks? Hooks;

    /// <summary>When the step was recorded, among those of its thread: of the steps that are ready, the latest runs first.</summary>
    internal readonly long Sequence;

    private protected Node() => Sequence = ++t_created;

    private protected Node(long sequence) => Sequence = sequence;

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

    /// <summary>The leaf that stores what arrives here, if this is the end of a walk.</summary>
    internal virtual Tensor? Leaf => null;

    /// <summary>Computes the gradients of the inputs from the one collected in <paramref name="slot"/> and sends them on.</summary>
    internal abstract void Run(ref NodeSlot slot, BackwardPass pass);

    /// <summary>Adds a further gradient to the one in <paramref name="slot"/>.</summary>
    internal abstract void Accumulate(ref NodeSlot slot, Tensor gradient, BackwardPass pass);
}

/// <summary>A step whose result has elements of type <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The element type of the result.</typeparam>
public abstract class Node<T> : Node
    where T : unmanaged
{
    private readonly StridedLayout _output;

    /// <summary>A step recorded now.</summary>
    /// <param name="output">The form of the result.</param>
    protected Node(StridedLayout output) => _output = output;

    private protected Node(StridedLayout output, long sequence)
        : base(sequence) => _output = output;

    internal override StridedLayout OutputLayout => _output;

    /// <summary>Computes the gradients of the inputs that need one and sends each to its <see cref="Node.Edge"/>.</summary>
    /// <param name="grad">The gradient of the result.</param>
    /// <param name="pass">Takes the gradients of the inputs.</param>
    protected abstract void Backward(Tensor<T> grad, BackwardPass pass);

    internal override void Run(ref NodeSlot slot, BackwardPass pass)
    {
        var received = (Tensor<T>?)slot.Gradient;
        if (received is not null && Hooks is { } hooks)
            received = hooks.Run(received);
        if ((received ?? Undefined(slot)) is { } gradient)
        {
            slot.Gradient = null;
            pass.OtherGradients = slot.OtherGradients;
            pass.FirstGradient = gradient;
            slot.OtherGradients = null;

            // The gradient may go to the first input as it is, be added to there, and then be read for the third.
            if (EdgeCount > 2)
                gradient.Storage.IsShared = true;
            Backward(gradient, pass);
        }
    }

    // Only a further result was used: the first counts as not having moved anything.
    private Tensor<T>? Undefined(in NodeSlot slot) =>
        slot.OtherGradients is { } others ? FilledTensor.Of<T>(_output.Sizes, 0, Array.Find(others, static other => other is not null)?.Device) : null;

    internal override void Accumulate(ref NodeSlot slot, Tensor gradient, BackwardPass pass)
    {
        if (gradient is not Tensor<T> typed)
            throw new AutogradException($"Function {Name} returned an invalid gradient: expected type {DTypes.Of<T>()} but got {gradient.DType}. The gradient method must return the type of its input.");
        typed = Unbroadcast.To(typed, _output);
        if (slot.Gradient is null)
            slot.Gradient = typed;
        else
            slot.Gradient = GradientSum.Add((Tensor<T>)slot.Gradient, typed, mayReuse: !pass.CreatesGraph);
    }
}
