namespace DslTensors;

/// <summary>What a further result of a step points to: it passes its gradient to the step, which waits for those of all its results.</summary>
/// <typeparam name="T">The element type of the result.</typeparam>
/// <param name="step">The step that made the result.</param>
/// <param name="output">The position of the result among all.</param>
/// <param name="layout">The form of the result.</param>
public sealed class OutputGradient<T>(Node step, int output, StridedLayout layout) : Node<T>(layout)
    where T : unmanaged
{
    /// <inheritdoc/>
    public override string Name => step.Name;

    /// <inheritdoc/>
    public override int EdgeCount => 1;

    /// <inheritdoc/>
    public override Node? Edge(int index) => step;

    /// <inheritdoc/>
    protected override void Backward(Tensor<T> grad, BackwardPass pass) => pass.Send(step, output, grad);
}
