using DslTensors;

namespace CustomOp;

/// <summary>Two interleaved spirals with some noise.</summary>
internal static class Spirals
{
    /// <summary>Points on both arms, and the arm of each.</summary>
    /// <param name="perArm">How many on each arm.</param>
    public static (Tensor<float> Points, Tensor<long> Labels) Draw(int perArm)
    {
        var turn = Tensor.Linspace(0.5f, 3f, perArm);
        var angle = turn * MathF.PI;
        var arm = Tensor.Stack([angle.Cos(), angle.Sin()], dim: 1) * turn.Unsqueeze(1);
        var points = Tensor.Cat([arm, -arm]) + (0.08f * Tensor.Randn(2 * perArm, 2));
        var labels = Tensor.Cat([Tensor.Zeros<long>(perArm), Tensor.Ones<long>(perArm)]);
        return (points, labels);
    }
}
