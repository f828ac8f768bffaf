using System.Numerics;
using System.Runtime.InteropServices;

namespace DslTensors.Cpu;

/// <summary>A function of bits, the same at every place.</summary>
internal interface IBitFunction
{
    /// <summary>Computes it on many bytes.</summary>
    static abstract Vector<byte> Apply(Vector<byte> a, Vector<byte> b);
}

/// <summary>Functions of the bits of elements of any type.</summary>
internal static class BitwiseLoop
{
    /// <summary>Fills <paramref name="result"/>, which is contiguous and which both operands broadcast to.</summary>
    public static void Run<TFunction, T>(in TensorView<T> a, in TensorView<T> b, in TensorView<T> result)
        where TFunction : struct, IBitFunction
        where T : unmanaged
    {
        var left = MemoryMarshal.AsBytes(BroadcastOperand.Elements(a, result.Layout));
        var right = MemoryMarshal.AsBytes(BroadcastOperand.Elements(b, result.Layout));
        var target = MemoryMarshal.AsBytes(result.Span);
        var i = 0;
        for (; i <= target.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            TFunction.Apply(new Vector<byte>(left[i..]), new Vector<byte>(right[i..])).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] = TFunction.Apply(new Vector<byte>(left[i]), new Vector<byte>(right[i]))[0];
    }
}
