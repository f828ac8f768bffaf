namespace DslTensors;

/// <summary>What follows a layer, which decides how large its weights should be.</summary>
public enum Nonlinearity
{
    /// <summary>Nothing.</summary>
    Linear,

    /// <summary>A convolution.</summary>
    Conv,

    /// <summary>The logistic sigmoid.</summary>
    Sigmoid,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>A ReLU with a slope below 0.</summary>
    LeakyRelu,

    /// <summary>The self-normalizing exponential unit.</summary>
    Selu,
}

public static partial class Init
{
    /// <summary>The factor on the standard deviation of weights that a nonlinearity calls for (PyTorch's <c>calculate_gain</c>).</summary>
    /// <param name="nonlinearity">What follows the layer.</param>
    /// <param name="param">The negative slope of a leaky ReLU; others have none.</param>
    public static double CalculateGain(Nonlinearity nonlinearity, double param = 0.01) => nonlinearity switch
    {
        Nonlinearity.Linear or Nonlinearity.Conv or Nonlinearity.Sigmoid => 1,
        Nonlinearity.Tanh => 5.0 / 3,
        Nonlinearity.Relu => Math.Sqrt(2),
        Nonlinearity.LeakyRelu => Math.Sqrt(2 / (1 + (param * param))),
        Nonlinearity.Selu => 3.0 / 4,
        _ => throw new TensorException($"Unsupported nonlinearity {nonlinearity}. Give one that the enumeration names."),
    };
}
