namespace DslTensors.Lanes;

/// <summary>
/// A lane whose bits can be worked on as integers of the element's width, which is all that the mathematical functions need
/// beyond <see cref="ILane{L}"/>. They are supplied here, once for every width.
/// </summary>
internal partial interface IVectorLane<L> : ILane<L>
    where L : struct, IVectorLane<L>
{
    /// <summary>Whether elements are <see langword="double"/>; constant for the JIT.</summary>
    static abstract bool IsDouble { get; }

    /// <summary>Whether elements are real numbers; constant for the JIT.</summary>
    static abstract bool IsFloatingPoint { get; }

    /// <summary>The number of elements.</summary>
    static abstract int Width { get; }

    /// <summary>An integer in every element, as bits.</summary>
    static abstract L Bits(long pattern);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract L Xor(L a, L b);

    /// <summary>The sum of the bits as integers.</summary>
    static abstract L AddBits(L a, L b);

    /// <summary>The difference of the bits as integers.</summary>
    static abstract L SubtractBits(L a, L b);

    /// <summary>The bits moved up.</summary>
    static abstract L ShiftLeft(L a, int count);

    /// <summary>The bits moved down, filled with the sign.</summary>
    static abstract L ShiftRight(L a, int count);

    /// <inheritdoc cref="Scaling.Scale"/>
    static virtual L Scale(L a, L n) => Scaling.Scale(a, n);

    /// <summary>Whether the mask is true anywhere.</summary>
    static abstract bool Any(L mask);

    /// <summary>One element of a lane of real numbers.</summary>
    static abstract double GetElement(L a, int index);

    /// <summary>A lane of real numbers with one element exchanged.</summary>
    static abstract L WithElement(L a, int index, double value);
}
