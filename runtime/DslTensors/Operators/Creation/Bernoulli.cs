using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Ones with the probabilities that a tensor holds, zeros otherwise (PyTorch's <c>bernoulli</c>), in PyTorch's sequence after <see cref="Tensor.ManualSeed"/>.</summary>
/// <param name="input">The probabilities.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException">A probability is not within 0 and 1.</exception>
[TensorOp("s... -> s...", NonDifferentiable = true)]
public static partial class Bernoulli
{
    private static Tensor<T> Compose<T>(Tensor<T> input)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var probabilities = input.ToArray();
        if (Array.FindIndex(probabilities, p => !(p >= T.Zero && p <= T.One)) is >= 0 and var place)
            throw new TensorException($"Expected p_in >= 0 && p_in <= 1 to be true, but got false. bernoulli: probability {place} is {probabilities[place]}; clamp them first.");
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(input.Layout.Sizes));
        RandomSource.Default.FillBernoulli(probabilities, tensor.AsView().Span);
        GC.KeepAlive(tensor);
        return tensor;
    }
}

/// <summary>Ones with one probability, zeros otherwise, in a tensor of the shape of another (PyTorch's <c>bernoulli</c> with <c>p</c>).</summary>
/// <param name="input">The tensor whose shape is taken.</param>
/// <param name="p">The probability.</param>
/// <returns>A tensor of the same shape.</returns>
/// <exception cref="TensorException"><paramref name="p"/> is not within 0 and 1.</exception>
[TensorOp("s... -> s...", Method = "Bernoulli", NonDifferentiable = true)]
public static partial class BernoulliOf
{
    private static Tensor<T> Compose<T>(Tensor<T> input, double p)
        where T : unmanaged, INumber<T>
    {
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(input.Layout.Sizes));
        RandomSource.Default.FillBernoulli(tensor.AsView().Span, p);
        GC.KeepAlive(tensor);
        return tensor;
    }
}
