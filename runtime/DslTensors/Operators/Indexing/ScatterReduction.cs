namespace DslTensors;

/// <summary>What <c>ScatterReduce</c> does with the elements that go to one place.</summary>
public enum ScatterReduction
{
    /// <summary>Adds them.</summary>
    Sum,

    /// <summary>Multiplies them.</summary>
    Prod,

    /// <summary>Takes their mean.</summary>
    Mean,

    /// <summary>Takes the greatest.</summary>
    Amax,

    /// <summary>Takes the least.</summary>
    Amin,
}
