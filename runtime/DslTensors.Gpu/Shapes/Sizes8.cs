using System.Runtime.CompilerServices;

namespace DslTensors.Devices.Shapes;

/// <summary>Up to eight sizes, the innermost first, as a kernel takes them.</summary>
internal struct Sizes8
{
    public int Rank;
    public int S0;
    public int S1;
    public int S2;
    public int S3;
    public int S4;
    public int S5;
    public int S6;
    public int S7;

    /// <summary>Where the element with a number in row-major order lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Offset(int number, Strides8 strides)
    {
        if (Rank == 1)
            return strides.Origin + (number * strides.T0);
        var next = number / S0;
        var at = strides.Origin + ((number - (next * S0)) * strides.T0);
        var rest = next;
        if (Rank > 1)
        {
            next = rest / S1;
            at += (rest - (next * S1)) * strides.T1;
            rest = next;
        }

        if (Rank > 2)
        {
            next = rest / S2;
            at += (rest - (next * S2)) * strides.T2;
            rest = next;
        }

        if (Rank > 3)
        {
            next = rest / S3;
            at += (rest - (next * S3)) * strides.T3;
            rest = next;
        }

        if (Rank > 4)
        {
            next = rest / S4;
            at += (rest - (next * S4)) * strides.T4;
            rest = next;
        }

        if (Rank > 5)
        {
            next = rest / S5;
            at += (rest - (next * S5)) * strides.T5;
            rest = next;
        }

        if (Rank > 6)
        {
            next = rest / S6;
            at += (rest - (next * S6)) * strides.T6;
            rest = next;
        }

        if (Rank > 7)
        {
            next = rest / S7;
            at += (rest - (next * S7)) * strides.T7;
            rest = next;
        }

        return at;
    }

    /// <summary>A size by its number, the innermost being 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int At(int dim) =>
        dim < 4 ? (dim < 2 ? (dim == 0 ? S0 : S1) : dim == 2 ? S2 : S3) : dim < 6 ? (dim == 4 ? S4 : S5) : dim == 6 ? S6 : S7;

    public static Sizes8 Of(ReadOnlySpan<int> sizes) => new()
    {
        Rank = Math.Max(1, sizes.Length),
        S0 = sizes.Length > 0 ? sizes[^1] : 1,
        S1 = sizes.Length > 1 ? sizes[^2] : 1,
        S2 = sizes.Length > 2 ? sizes[^3] : 1,
        S3 = sizes.Length > 3 ? sizes[^4] : 1,
        S4 = sizes.Length > 4 ? sizes[^5] : 1,
        S5 = sizes.Length > 5 ? sizes[^6] : 1,
        S6 = sizes.Length > 6 ? sizes[^7] : 1,
        S7 = sizes.Length > 7 ? sizes[^8] : 1,
    };
}

/// <summary>Where a tensor begins, and up to eight strides, the innermost first.</summary>
internal struct Strides8
{
    public int Origin;
    public int T0;
    public int T1;
    public int T2;
    public int T3;
    public int T4;
    public int T5;
    public int T6;
    public int T7;

    public static Strides8 Of(int origin, ReadOnlySpan<int> strides) => new()
    {
        Origin = origin,
        T0 = strides.Length > 0 ? strides[^1] : 0,
        T1 = strides.Length > 1 ? strides[^2] : 0,
        T2 = strides.Length > 2 ? strides[^3] : 0,
        T3 = strides.Length > 3 ? strides[^4] : 0,
        T4 = strides.Length > 4 ? strides[^5] : 0,
        T5 = strides.Length > 5 ? strides[^6] : 0,
        T6 = strides.Length > 6 ? strides[^7] : 0,
        T7 = strides.Length > 7 ? strides[^8] : 0,
    };
}
