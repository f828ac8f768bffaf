namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>What the lane stubs compute with.</summary>
public static class LaneReference
{
    public static double Call(string function, params double[] operands) => ExpressionEvaluator.Call(function, operands);
}
