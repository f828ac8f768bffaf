using System.Runtime.CompilerServices;
using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using ILGPU.Runtime;

namespace DslTensors.Devices;

internal sealed partial class GpuBackend
{
    public override void Copy<T>(Tensor<T> source, Tensor<T> result)
    {
        if (result.Layout.Count == 0)
            return;
        if (source.IsContiguous && result.IsContiguous && source.Layout.SameSizes(result.Layout))
        {
            var (from, to) = (Dense<T, T>(source), Dense<T, T>(result));
            from.CopyTo(Accelerator.DefaultStream, to);
        }
        else
        {
            LaneTypes.Dispatch<T, Map1Launch<IdentityMap, T, T>>(new(this, default, Operand(source, result), result, isPredicate: false));
        }

        GC.KeepAlive(source);
        GC.KeepAlive(result);
    }

    public override void Fill<T>(Tensor<T> result, T value)
    {
        if (result.Layout.Count == 0)
            return;
        if (result.IsContiguous && IsZero(value))
        {
            Dense<T, T>(result).MemSetToZero(Accelerator.DefaultStream);
        }
        else
        {
            var number = new Tensor<T>(new Storage<T>([value]), StridedLayout.Scalar);
            Copy(Here(number), result);
        }

        GC.KeepAlive(result);
    }

    private static bool IsZero<T>(T value)
        where T : unmanaged
    {
        long bits = 0;
        Unsafe.As<long, T>(ref bits) = value;
        return bits == 0;
    }
}
