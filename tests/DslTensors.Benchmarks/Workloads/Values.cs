using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>Tensors with the numbers that both libraries work on.</summary>
internal static class Values
{
    public static Tensor<float> Uniform(int seed, params int[] shape) =>
        Tensor.From(Inputs.Uniform(shape.Aggregate(1, (product, size) => product * size), seed)).Reshape(shape);

    public static Tensor<float> UniformWithGrad(int seed, params int[] shape)
    {
        var values = Uniform(seed, shape);
        values.RequiresGrad = true;
        return values;
    }

    public static Tensor<long> Classes(int count, int classes, int seed) => Tensor.From(Inputs.Classes(count, classes, seed));

    /// <summary>Gives the parameters of a module the numbers that the peer's have.</summary>
    public static TModule Filled<TModule>(TModule model)
        where TModule : Module
    {
        var parameters = model.Parameters().Cast<Tensor<float>>().ToArray();
        using var scope = Autograd.NoGrad();
        foreach (var (parameter, values) in parameters.Zip(Inputs.Parameters(parameters.Select(parameter => parameter.Shape.ToArray()))))
            parameter.CopyInPlace(Tensor.From(values).Reshape(parameter.Shape.ToArray()));
        return model;
    }

    /// <summary>The side that computes a tensor and gives its numbers.</summary>
    public static Side Computing(Func<Tensor<float>> compute)
    {
        Tensor<float>? last = null;
        return new Side(() => last = compute(), () => Numbers(last!));
    }

    /// <summary>A side that trains and gives what the parameters have become.</summary>
    public static Side Training(Module model, Action step) =>
        new(step, () => [.. model.Parameters().Cast<Tensor<float>>().SelectMany(Numbers)]);

    public static float[] Numbers(Tensor<float> tensor) => tensor.Detach().Contiguous().ToArray();
}
