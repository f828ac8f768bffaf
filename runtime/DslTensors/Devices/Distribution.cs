namespace DslTensors;

/// <summary>Distributions that devices draw from.</summary>
public enum Distribution
{
    /// <summary>Any number between two bounds, the second excluded.</summary>
    Uniform,

    /// <summary>The normal distribution.</summary>
    Normal,

    /// <summary>A success or a failure.</summary>
    Bernoulli,
}
