using DslTensors;

namespace CustomOp;

/// <summary>Radial basis functions, each of a squared distance and an inverse width.</summary>
internal static partial class RadialBasis
{
    /// <summary>A Gaussian bump: 1 at distance 0, falling off the faster the sharper it is.</summary>
    /// <param name="distance">The squared distance.</param>
    /// <param name="sharpness">The inverse width.</param>
    /// <returns>A value between 0 and 1.</returns>
    [Elementwise]
    private static float Bump(float distance, float sharpness) => MathF.Exp(-distance * sharpness);
}
