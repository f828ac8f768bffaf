using System.Numerics;

namespace DslTensors;

/// <summary>Softmax over the channels of each place of images (PyTorch's <c>nn.Softmax2d</c>).</summary>
/// <typeparam name="T">The element type.</typeparam>
[Module]
public partial class Softmax2d<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Computes it over the third dimension from the end.</summary>
    /// <exception cref="ShapeException">There are not three or four dimensions.</exception>
    [return: Shape("b? c h w")]
    public Tensor<T> Forward([Shape("b? c h w")] Tensor<T> input) => input.Rank is 3 or 4
        ? input.Softmax(-3)
        : throw new ShapeException($"Softmax2d requires a 3D or 4D tensor as input. The shape is {input.Shape}.");
}

/// <summary>Softmax over the channels of each place of images, for float tensors (PyTorch's <c>nn.Softmax2d</c>).</summary>
public class Softmax2d : Softmax2d<float>;
