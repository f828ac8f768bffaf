using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslTensors;

/// <summary>
/// Box-Muller for 8 pairs of floats with the polynomials of Moshier's Cephes library (<c>logf</c>, <c>sinf</c>, <c>cosf</c>), which
/// PyTorch's AVX2 kernel uses. Exact functions would differ from it in the last bit of every third value.
/// </summary>
internal static class FloatBoxMuller
{
    private const int Pairs = 8;

    /// <summary>Turns 16 uniform values into normal ones: element i and i + 8 are a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform(Span<float> block, float mean, float std)
    {
        var first = block[..Pairs];
        var second = block[Pairs..];
        var radius = Vector256.Sqrt(Vector256.Create(-2f) * Log(Vector256<float>.One - Vector256.Create<float>(first)));
        var (sin, cos) = SinCos(Vector256.Create((float)(2 * Math.PI)) * Vector256.Create<float>(second));
        Vector256.FusedMultiplyAdd(radius * cos, Vector256.Create(std), Vector256.Create(mean)).CopyTo(first);
        Vector256.FusedMultiplyAdd(radius * sin, Vector256.Create(std), Vector256.Create(mean)).CopyTo(second);
    }

    /// <summary>The natural logarithm of normal positive numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Log(Vector256<float> x)
    {
        var bits = x.AsInt32();
        var exponent = Vector256.ConvertToSingle((bits >> 23) - Vector256.Create(126));
        var mantissa = ((bits & Vector256.Create(0x007fffff)) | Vector256.Create(0.5f).AsInt32()).AsSingle();

        // The argument of the polynomial lies between √½ - 1 and √2 - 1.
        var low = Vector256.LessThan(mantissa, Vector256.Create(0.707106781186547524f));
        exponent -= low & Vector256<float>.One;
        x = mantissa - Vector256<float>.One + (low & mantissa);
        var square = x * x;
        var y = Polynomial(
            x,
            [
                7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f, 1.4249322787e-1f,
                -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f,
            ]);
        y = Vector256.FusedMultiplyAdd(y * x, square, exponent * Vector256.Create(-2.12194440e-4f));
        y -= square * 0.5f;
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.693359375f), x + y);
    }

    /// <summary>Sine and cosine of angles from 0 to 2π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        // The nearest even multiple of π/4 is taken off in three parts.
        var octant = (Vector256.ConvertToInt32(x * (float)(4 / Math.PI)) + Vector256<int>.One) & Vector256.Create(~1);
        var multiple = Vector256.ConvertToSingle(octant);
        x = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-0.78515625f), x);
        x = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-2.4187564849853515625e-4f), x);
        x = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-3.77489497744594108e-8f), x);

        var square = x * x;
        var even = Polynomial(square, [2.443315711809948e-5f, -1.388731625493765e-3f, 4.166664568298827e-2f]);
        even = Vector256.FusedMultiplyAdd(even * square, square, square * -0.5f) + Vector256<float>.One;
        var odd = Polynomial(square, [-1.9515295891e-4f, 8.3321608736e-3f, -1.6666654611e-1f]);
        odd = Vector256.FusedMultiplyAdd(odd * square, x, x);

        var sinIsOdd = Vector256.Equals(octant & Vector256.Create(2), Vector256<int>.Zero).AsSingle();
        var sinSign = (octant & Vector256.Create(4)) << 29;
        var cosSign = Vector256.AndNot(Vector256.Create(4), octant - Vector256.Create(2)) << 29;
        return (
            Vector256.ConditionalSelect(sinIsOdd, odd, even) ^ sinSign.AsSingle(),
            Vector256.ConditionalSelect(sinIsOdd, even, odd) ^ cosSign.AsSingle());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Polynomial(Vector256<float> x, ReadOnlySpan<float> coefficients)
    {
        var sum = Vector256.Create(coefficients[0]);
        foreach (var coefficient in coefficients[1..])
            sum = Vector256.FusedMultiplyAdd(sum, x, Vector256.Create(coefficient));
        return sum;
    }
}
