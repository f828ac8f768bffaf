namespace DslTensors;

/// <summary>Makes one dimension several (PyTorch's <c>nn.Unflatten</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
/// <param name="unflattenedSize">What it becomes; one of the sizes may be -1 and follows from the others.</param>
[Module]
public partial class Unflatten<T>(int dim, int[] unflattenedSize)
    where T : unmanaged
{
    /// <summary>The dimension.</summary>
    public int Dim { get; } = dim;

    /// <summary>The sizes that the dimension becomes.</summary>
    public IReadOnlyList<int> UnflattenedSize { get; } = [.. unflattenedSize];

    /// <summary>Divides the dimension; a view.</summary>
    [return: Shape("unflatten(s, dim, unflattenedSize)")]
    public Tensor<T> Forward([Shape("s...")] Tensor<T> input) => input.Unflatten(Dim, [.. UnflattenedSize]);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"dim={Dim}, unflattened_size={PythonText.Tuple(UnflattenedSize)}";
}

/// <summary>Makes one dimension several, for float tensors (PyTorch's <c>nn.Unflatten</c>).</summary>
/// <param name="dim">The dimension.</param>
/// <param name="unflattenedSize">What it becomes; one of the sizes may be -1 and follows from the others.</param>
public class Unflatten(int dim, int[] unflattenedSize) : Unflatten<float>(dim, unflattenedSize);
