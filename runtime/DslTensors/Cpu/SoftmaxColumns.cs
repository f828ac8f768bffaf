using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslTensors.Lanes;

namespace DslTensors.Cpu;

/// <summary>Softmax down the columns of matrices: as many columns at once as a lane has elements.</summary>
internal readonly struct SoftmaxColumns<T>(TensorView<T> input, TensorView<T> result, int count, int inner, bool isLog) : IRangeBody
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public void Run(int from, int to)
    {
        for (nint matrix = from; matrix < to; matrix++)
        {
            ref var x = ref Unsafe.Add(ref input.Origin, matrix * count * inner);
            ref var y = ref Unsafe.Add(ref result.Origin, matrix * count * inner);
            var done = Vector512.IsHardwareAccelerated ? Columns<Lane512<T>>(ref x, ref y, 0)
                : Vector256.IsHardwareAccelerated ? Columns<Lane256<T>>(ref x, ref y, 0)
                : Columns<Lane128<T>>(ref x, ref y, 0);
            Columns<ScalarLane<T>>(ref x, ref y, done);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Columns<M>(ref T x, ref T y, int from)
        where M : struct, IMemoryLane<M, T>
    {
        var i = from;
        for (; i <= inner - M.Width; i += M.Width)
            Column<M>(ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i));
        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Column<M>(ref T x, ref T y)
        where M : struct, IMemoryLane<M, T>
    {
        nint end = (nint)count * inner;
        var greatest = M.Load(ref x);
        for (nint i = inner; i < end; i += inner)
            greatest = M.Max(greatest, M.Load(ref Unsafe.Add(ref x, i)));
        var total = M.Constant(0);
        for (nint i = 0; i < end; i += inner)
        {
            var e = ExpFunction.Evaluate(M.Load(ref Unsafe.Add(ref x, i)) - greatest);
            total += e;
            if (!isLog)
                M.Store(e, ref Unsafe.Add(ref y, i));
        }

        var (factor, offset) = isLog ? (M.Constant(1), greatest + M.Log(total)) : (M.Constant(1) / total, M.Constant(0));
        for (nint i = 0; i < end; i += inner)
        {
            ref var source = ref isLog ? ref Unsafe.Add(ref x, i) : ref Unsafe.Add(ref y, i);
            M.Store((M.Load(ref source) - offset) * factor, ref Unsafe.Add(ref y, i));
        }
    }
}
