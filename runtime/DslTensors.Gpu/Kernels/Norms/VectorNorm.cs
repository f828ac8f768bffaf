using DslTensors.Devices.Lanes;
using DslTensors.Devices.Reductions;
using DslTensors.Lanes;
using DslTensors.Operators;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(VectorNorm))]
internal sealed class VectorNormKernel(GpuBackend backend) : VectorNorm.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result, double p, Dims dim, bool keepDim)
    {
        var reduced = dim.Flags(input.Rank);
        if (input.Layout.Count == 0 && result.Layout.Count > 0 && p < 0)
            throw new ShapeException($"linalg.vector_norm cannot compute the {p} norm on an empty tensor because the operation does not have an identity. The tensor has shape {input.Shape}.");
        switch (p)
        {
            case 0:
                Reduce(default(NonzeroReduction), input, reduced, result);
                break;
            case 1:
                Reduce(default(MagnitudeReduction), input, reduced, result);
                break;
            case 2:
                Reduce(default(SquareReduction), input, reduced, result);
                backend.Map("norm", default(Root), result, result);
                break;
            case double.PositiveInfinity:
                Reduce(default(MaxMagnitudeReduction), input, reduced, result);
                break;
            case double.NegativeInfinity:
                Reduce(default(MinMagnitudeReduction), input, reduced, result);
                break;
            default:
                Reduce(new PowerReduction(p), input, reduced, result);
                backend.Map("norm", new Power(1 / p), result, result);
                break;
        }
    }

    private void Reduce<TReduction, T>(TReduction reduction, Tensor<T> input, bool[] reduced, Tensor<T> result)
        where TReduction : struct, IReduction
        where T : unmanaged => LaneTypes.Dispatch<T, ReductionLaunch<TReduction, T>>(new(backend, reduction, input, reduced, result));

    internal readonly struct Root : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.Sqrt(a);
    }

    internal readonly struct Power(double exponent) : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.Pow(a, L.Constant(exponent));
    }
}
