using DslTensors.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.PowOfIntegers))]
internal sealed class PowOfIntegersKernel(GpuBackend backend) : Operators.PowOfIntegers.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> exponent, Tensor<T> result) => backend.Map("pow", default(Power), input, exponent, result);

    internal readonly struct Power : IMap2
    {
        public L Invoke<L>(L a, L b)
            where L : struct, ILane<L> => L.Pow(a, b);
    }
}
