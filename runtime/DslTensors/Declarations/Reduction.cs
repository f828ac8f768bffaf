namespace DslTensors;

/// <summary>What a loss does with the losses of single elements.</summary>
public enum Reduction
{
    /// <summary>Their mean, weighted where the loss has weights.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>All of them.</summary>
    None,
}
