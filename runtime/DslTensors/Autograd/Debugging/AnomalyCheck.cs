namespace DslTensors;

/// <summary>Runs the steps of a pass so that an error names the step and the place that recorded it.</summary>
/// <param name="searchesNaN">Whether the first NaN is an error.</param>
internal sealed class AnomalyCheck(bool searchesNaN)
{
    private Node? _running;
    private int _next;

    /// <summary>Runs a step.</summary>
    /// <exception cref="AutogradException">The step failed, or computed a NaN.</exception>
    public void Run(Node node, ref NodeSlot slot, BackwardPass pass)
    {
        (_running, _next) = (node, 0);
        try
        {
            node.Run(ref slot, pass);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw Anomaly.Located(node, error);
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Looks at a gradient that the running step sends.</summary>
    public void See(Node edge, Tensor gradient)
    {
        if (_running is not { } node || !searchesNaN)
            return;

        // Gradients are sent in the order of the inputs, but those without a receiver are left out.
        while (_next < node.EdgeCount && !ReferenceEquals(node.Edge(_next), edge))
            _next++;
        Anomaly.CheckNaN(node, _next++, gradient);
    }
}
