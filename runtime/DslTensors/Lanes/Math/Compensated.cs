using System.Runtime.CompilerServices;

namespace DslTensors.Lanes;

/// <summary>Sums, products and quotients with the error of their rounding (Dekker, Knuth): a number in two words.</summary>
internal static class Compensated
{
    /// <summary>The sum of any two numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Sum<L>(L a, L b, out L error)
        where L : struct, IVectorLane<L>
    {
        var sum = a + b;
        var part = sum - a;
        error = (a - (sum - part)) + (b - part);
        return sum;
    }

    /// <summary>The sum where <paramref name="a"/> has the greater magnitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L OrderedSum<L>(L a, L b, out L error)
        where L : struct, IVectorLane<L>
    {
        var sum = a + b;
        error = b - (sum - a);
        return sum;
    }

    /// <summary>The product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Product<L>(L a, L b, out L error)
        where L : struct, IVectorLane<L>
    {
        var product = a * b;
        error = L.FusedMultiplyAdd(a, b, -product);
        return product;
    }

    /// <summary>The product of two numbers in two words each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Product<L>(L a, L aLow, L b, L bLow, out L low)
        where L : struct, IVectorLane<L>
    {
        var product = Product(a, b, out var error);
        low = L.FusedMultiplyAdd(a, bLow, L.FusedMultiplyAdd(aLow, b, error));
        return product;
    }

    /// <summary>The quotient of two numbers in two words each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Quotient<L>(L a, L aLow, L b, L bLow, out L low)
        where L : struct, IVectorLane<L>
    {
        var quotient = a / b;
        var rest = L.FusedMultiplyAdd(-quotient, b, a) + L.FusedMultiplyAdd(-quotient, bLow, aLow);
        low = rest / b;
        return quotient;
    }
}
