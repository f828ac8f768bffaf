namespace DslTensors.Generator.Tests.Operators;

/// <summary>Declarations that the tests of the operator generators share.</summary>
internal static class SampleOperators
{
    public const string Structured = """
        namespace Mine.Operators;

        /// <summary>Each row times its own number.</summary>
        /// <param name="input">The rows.</param>
        /// <param name="scale">The numbers.</param>
        /// <param name="factor">A further factor.</param>
        /// <returns>The scaled rows.</returns>
        [TensorOp("n m, n -> n m")]
        [ShapeError("scale", ShapeFault.Size, "expected {n} numbers but got {scale[0]}")]
        public static partial class ScaleRows
        {
            private static void Forward<T>(TensorView<T> input, TensorView<T> scale, TensorView<T> result, double factor = 1)
                where T : unmanaged, INumber<T>
            {
                for (var i = 0; i < result.Count; i++)
                    result.Span[i] = input.Dense().Span[i] * scale.Dense().Span[i / input.Sizes[1]] * T.CreateChecked(factor);
            }

            private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> scale, double factor)
                where T : unmanaged, IFloatingPointIeee754<T> => grad.ScaleRows(scale, factor);

            private static Tensor<T> GradScale<T>(Tensor<T> grad, Tensor<T> input, double factor)
                where T : unmanaged, IFloatingPointIeee754<T> => (grad * input * factor).Sum(1);
        }
        """;

    public const string Elementwise = """
        namespace Mine;

        /// <summary>Functions.</summary>
        public static partial class Functions
        {
            /// <summary>x times the sigmoid of beta times x.</summary>
            [Elementwise]
            private static float Swish(float x, float beta = 1) => x / (1 + MathF.Exp(-beta * x));
        }
        """;
}
