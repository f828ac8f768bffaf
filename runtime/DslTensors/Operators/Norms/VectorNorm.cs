using System.Numerics;
using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Operators;

/// <summary>The p-norm of vectors, in one pass (PyTorch's <c>linalg_vector_norm</c>).</summary>
[TensorOp("s... -> reduce(s, dim, keepDim)", Name = "norm", IsInternal = true)]
public static partial class VectorNorm
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, double p, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var reduced = dim.Flags(input.Rank);
        if (input.Count == 0 && result.Count > 0 && p < 0)
            throw new ShapeException($"linalg.vector_norm cannot compute the {p} norm on an empty tensor because the operation does not have an identity. The tensor has shape {Shape.Format(input.Sizes)}.");
        switch (p)
        {
            case 0:
                ReductionLoop.Run(default(NonzeroReduction), input, reduced, result);
                break;
            case 1:
                ReductionLoop.Run(default(MagnitudeReduction), input, reduced, result);
                break;
            case 2:
                ReductionLoop.Run(default(SquareReduction), input, reduced, result);
                foreach (ref var sum in result.Span)
                    sum = T.Sqrt(sum);
                break;
            case double.PositiveInfinity:
                ReductionLoop.Run(default(MaxMagnitudeReduction), input, reduced, result);
                break;
            case double.NegativeInfinity:
                ReductionLoop.Run(default(MinMagnitudeReduction), input, reduced, result);
                break;
            default:
                ReductionLoop.Run(new PowerReduction(p), input, reduced, result);
                foreach (ref var sum in result.Span)
                    sum = T.Pow(sum, T.CreateChecked(1 / p));
                break;
        }
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> input, Tensor<T> result, double p, Dims dim, bool keepDim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var slope = ReducedGradient.KeepDims(grad, input.Shape, dim, keepDim);
        var norm = ReducedGradient.KeepDims(result, input.Shape, dim, keepDim);
        return p switch
        {
            0 => slope * Tensor.FullLike(input, 0),
            1 => input.Sign() * slope,
            2 => input * (slope / norm).MaskedFill(norm.Eq(0), 0),
            _ when double.IsInfinity(p) => Shared(input, slope, norm, dim),
            < 1 => (input.Sign() * input.Abs().Pow(p - 1)).MaskedFill(input.Eq(0), 0) * slope * norm.Pow(1 - p),
            < 2 => input.Sign() * input.Abs().Pow(p - 1) * (slope / norm.Pow(p - 1)).MaskedFill(norm.Eq(0), 0),
            _ => input * input.Abs().Pow(p - 2) * (slope / norm.Pow(p - 1)).MaskedFill(norm.Eq(0), 0),
        };
    }

    // Elements of the same greatest or least magnitude share the gradient.
    private static Tensor<T> Shared<T>(Tensor<T> input, Tensor<T> slope, Tensor<T> norm, Dims dim)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var chosen = input.Abs().Eq(norm).To<T>();
        return input.Sign() * chosen * (slope / chosen.Sum(dim, keepDim: true));
    }
}
