namespace DslTensors;

/// <summary>The one place where gradients lose the dimensions that broadcasting gave their operator's result.</summary>
internal static class Unbroadcast
{
    /// <summary>Sums a gradient over broadcast dimensions, so that it has the form of the tensor it belongs to.</summary>
    /// <exception cref="AutogradException">The shapes are not related by broadcasting: a gradient method is wrong.</exception>
    public static Tensor<T> To<T>(Tensor<T> gradient, StridedLayout target)
        where T : unmanaged
    {
        if (gradient.Layout.SameSizes(target))
            return gradient;
        if (target.BroadcastTo(gradient.Layout.Sizes) is null)
        {
            throw new AutogradException(
                $"Function returned an invalid gradient: got {gradient.Shape} but expected shape compatible with {new Shape(target.Sizes)}. " +
                "A gradient method must return the shape of its input, or one that broadcasting made from it.");
        }

        return Operators.SumToSize.OfGradient(gradient, target.Sizes);
    }
}
