namespace DslTensors.Cpu;

/// <summary>How many rows of the result a tile holds: a type, so that the tile is compiled for it.</summary>
internal interface ITileRows
{
    /// <summary>The number: 1, 2, 4 or 8.</summary>
    static abstract int Count { get; }
}

/// <summary>One row.</summary>
internal readonly struct OneRow : ITileRows
{
    public static int Count => 1;
}

/// <summary>Two rows.</summary>
internal readonly struct TwoRows : ITileRows
{
    public static int Count => 2;
}

/// <summary>Four rows: the most where there are 16 vector registers.</summary>
internal readonly struct FourRows : ITileRows
{
    public static int Count => 4;
}

/// <summary>Eight rows, for 32 vector registers.</summary>
internal readonly struct EightRows : ITileRows
{
    public static int Count => 8;
}
