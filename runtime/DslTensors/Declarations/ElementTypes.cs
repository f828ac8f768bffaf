namespace DslTensors;

/// <summary>Element types that an operator has overloads for, see <see cref="TensorOpAttribute.ElementTypes"/>.</summary>
[Flags]
public enum ElementTypes
{
    /// <summary>No overloads: one generic method.</summary>
    None = 0,

    /// <summary><see langword="float"/>.</summary>
    Float = 1 << 0,

    /// <summary><see langword="double"/>.</summary>
    Double = 1 << 1,

    /// <summary><see cref="System.Half"/>.</summary>
    Half = 1 << 2,

    /// <summary><see cref="DslTensors.BFloat16"/>.</summary>
    BFloat16 = 1 << 3,

    /// <summary><see langword="long"/>.</summary>
    Long = 1 << 4,

    /// <summary><see langword="int"/>.</summary>
    Int = 1 << 5,

    /// <summary><see langword="short"/>.</summary>
    Short = 1 << 6,

    /// <summary><see langword="sbyte"/>.</summary>
    SByte = 1 << 7,

    /// <summary><see langword="byte"/>.</summary>
    Byte = 1 << 8,

    /// <summary><see langword="bool"/>.</summary>
    Bool = 1 << 9,

    /// <summary>All integers.</summary>
    Integers = Long | Int | Short | SByte | Byte,

    /// <summary>All integers, and truth values, which count as 0 and 1.</summary>
    IntegersAndBool = Integers | Bool,
}
