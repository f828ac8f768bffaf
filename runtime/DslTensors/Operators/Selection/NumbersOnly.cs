namespace DslTensors.Operators;

public static partial class Selection
{
    [Elementwise(Name = "nan_to_num", IsInternal = true, InPlace = false)]
    private static float NumbersOnly(float input, [Scalar] float nan, [Scalar] float posinf, [Scalar] float neginf) =>
        float.IsNaN(input) ? nan : input == float.PositiveInfinity ? posinf : input == float.NegativeInfinity ? neginf : input;
}
