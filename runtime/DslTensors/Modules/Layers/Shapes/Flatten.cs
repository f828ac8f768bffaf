namespace DslTensors;

/// <summary>Makes several dimensions one (PyTorch's <c>nn.Flatten</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="startDim">The first of them; by default the one after the batch.</param>
/// <param name="endDim">The last of them.</param>
[Module]
public partial class Flatten<T>(int startDim = 1, int endDim = -1)
    where T : unmanaged
{
    /// <summary>The first dimension that is joined.</summary>
    public int StartDim { get; } = startDim;

    /// <summary>The last dimension that is joined.</summary>
    public int EndDim { get; } = endDim;

    /// <summary>Joins the dimensions; a view where that is possible.</summary>
    [return: Shape("flatten(s, startDim, endDim)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Flatten(StartDim, EndDim);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"start_dim={StartDim}, end_dim={EndDim}";
}

/// <summary>Makes several dimensions one, for float tensors (PyTorch's <c>nn.Flatten</c>).</summary>
/// <param name="startDim">The first of them; by default the one after the batch.</param>
/// <param name="endDim">The last of them.</param>
public class Flatten(int startDim = 1, int endDim = -1) : Flatten<float>(startDim, endDim);
