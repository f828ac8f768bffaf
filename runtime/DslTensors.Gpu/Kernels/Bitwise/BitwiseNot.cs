using DslTensors.Lanes;

namespace DslTensors.Devices.Kernels;

[Kernel(typeof(Operators.BitwiseNot))]
internal sealed class BitwiseNotKernel(GpuBackend backend) : Operators.BitwiseNot.DeviceKernel
{
    public override void Run<T>(Tensor<T> input, Tensor<T> result) => backend.Map("bitwise_not", new Complement(typeof(T) == typeof(bool) ? 1 : -1), input, result);

    internal readonly struct Complement(double total) : IMap1
    {
        public L Invoke<L>(L a)
            where L : struct, ILane<L> => L.Constant(total) - a;
    }
}
