using System.Numerics;

namespace DslTensors.Operators;

/// <summary>Class indices checked against the number of classes, and what each example weighs.</summary>
internal sealed class ClassTargets
{
    private readonly double[] _weights;

    private ClassTargets(Tensor<long> indices, double[] weights)
    {
        Indices = indices;
        _weights = weights;
        TotalWeight = weights.Sum();
    }

    /// <summary>The classes, with 0 for ignored examples.</summary>
    public Tensor<long> Indices { get; }

    /// <summary>The sum of all weights: what a mean divides by.</summary>
    public double TotalWeight { get; }

    public static ClassTargets Of<T>(Tensor<long> target, int classes, int ignoreIndex, Tensor<T>? weight)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (weight is not null && (weight.Rank != 1 || weight.Shape[0] != classes))
            throw new ShapeException($"weight tensor should be defined either for all {classes} classes or no classes but got weight tensor of shape: {weight.Shape}.");
        var indices = target.ToArray();
        var weights = new double[indices.Length];
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] == ignoreIndex)
            {
                indices[i] = 0;
                continue;
            }

            if (indices[i] < 0 || indices[i] >= classes)
                throw new DimensionException($"Target {indices[i]} is out of bounds. Classes go from 0 to {classes - 1}; the target at position {i} does not.");
            weights[i] = weight is null ? 1 : double.CreateChecked(weight.ToArray()[indices[i]]);
        }

        return new ClassTargets(Tensor.From(indices), weights);
    }

    /// <summary>The weight of each example, 0 for ignored ones.</summary>
    public Tensor<T> Weights<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var weights = new T[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = T.CreateChecked(_weights[i]);
        return Tensor.From<T>(weights);
    }
}
