using Benchmarks.Harness;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Peer;

/// <summary>The peer's tensors with the numbers that both libraries work on.</summary>
internal static class TorchSide
{
    public static Tensor Uniform(int seed, params long[] shape) =>
        tensor(Inputs.Uniform((int)shape.Aggregate(1L, (product, size) => product * size), seed)).reshape(shape);

    public static Tensor UniformWithGrad(int seed, params long[] shape) => Uniform(seed, shape).requires_grad_(true);

    public static Tensor Classes(int count, int classes, int seed) => tensor(Inputs.Classes(count, classes, seed));

    public static TModule Filled<TModule>(TModule model)
        where TModule : nn.Module
    {
        var parameters = model.parameters().ToArray();
        using var scope = no_grad();
        foreach (var (parameter, values) in parameters.Zip(Inputs.Parameters(parameters.Select(parameter => parameter.shape.Select(size => (int)size).ToArray()))))
            parameter.copy_(tensor(values).reshape(parameter.shape));
        return model;
    }

    /// <summary>The side that computes a tensor; what it leaves is disposed at once, as its users have to.</summary>
    public static Side Computing(Func<Tensor> compute) =>
        new(
            () =>
            {
                using var result = compute();
            },
            () => Numbers(compute()));

    /// <summary>The side that takes a step in which more than one tensor is made.</summary>
    public static Side Stepping(Action step, Func<IEnumerable<Tensor>> results) =>
        new(
            () =>
            {
                using var scope = NewDisposeScope();
                step();
            },
            () => [.. results().SelectMany(Numbers)]);

    public static float[] Numbers(Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
