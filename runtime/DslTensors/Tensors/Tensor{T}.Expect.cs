namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>
    /// States the shape in the middle of code, as in <c>x.Expect("b 64")</c>: it is checked here, and the analyzer believes it from here on. A name is any
    /// size, the same wherever it returns; <c>...</c> is any number of dimensions; <c>(2 * n)</c> computes with names.
    /// </summary>
    /// <param name="shape">The shape, in the language of <see cref="ShapeAttribute"/>.</param>
    /// <returns>This tensor.</returns>
    /// <exception cref="ShapeException">The tensor has another shape.</exception>
    public Tensor<T> Expect(string shape)
    {
        ExpectedShape.Parse(shape).Check(this);
        return this;
    }
}
