namespace DslTensors;

/// <summary>What <c>Tensor.Pad</c> puts around a tensor.</summary>
public enum PadMode
{
    /// <summary>One number.</summary>
    Constant,

    /// <summary>What lies inside, mirrored at the first and last element, which are not repeated.</summary>
    Reflect,

    /// <summary>The first and last element.</summary>
    Replicate,

    /// <summary>What lies at the other end.</summary>
    Circular,
}
