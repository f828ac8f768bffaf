namespace DslTensors.Generator.Tests.Operators;

/// <summary>A user's operators are worth as much as the library's: they compile without a warning and run.</summary>
public class UserOperatorTests
{
    private const string Program = """

        public static class Program
        {
            public static string Run()
            {
                Tensor<double> x = [1, 2];
                x = x.Reshape(2, 1).Detach();
                Tensor<double> scale = [3, 4];
                x.RequiresGrad = scale.RequiresGrad = true;
                x.ScaleRows(scale, 10).Sum().Backward();
                var fixedUp = Tensor.ScaleRows(x.Detach(), scale.Detach(), destination: Tensor.Zeros<double>(0));
                return $"{x.Grad!.Shape} {string.Join(" ", x.Grad.ToArray())} | {string.Join(" ", scale.Grad!.ToArray())} | {string.Join(" ", fixedUp.ToArray())}";
            }
        }
        """;

    private const string Expected = "[2, 1] 30 40 | 10 20 | 3 8";

    [Fact]
    public void A_structured_operator_in_a_namespace_of_its_own() =>
        Assert.Equal(Expected, OperatorCompilation.Run(SampleOperators.Structured.Replace("Mine.Operators", "Mine") + Program, "Mine.Program", "Run"));

    [Fact]
    public void A_namespace_that_ends_in_Operators_need_not_be_imported() =>
        Assert.Equal(Expected, OperatorCompilation.Run(SampleOperators.Structured.Replace("namespace Mine.Operators;", "namespace Mine.Operators {") + "} namespace Mine {" + Program + "}", "Mine.Program", "Run"));

    [Fact]
    public void A_structured_operator_in_the_global_namespace() =>
        Assert.Equal(Expected, OperatorCompilation.Run(SampleOperators.Structured.Replace("namespace Mine.Operators;", "") + Program, "Program", "Run"));

    [Fact]
    public void A_view_and_a_composite_operator_in_the_global_namespace() => Assert.Equal("2 4 | 0 2 0 2", OperatorCompilation.Run(
        """
        /// <summary>Every second element.</summary>
        [TensorOp("n -> (n/2)")]
        public static partial class OddOnes
        {
            private static StridedLayout View(StridedLayout input, out int offset)
            {
                offset = input.Strides[0];
                return StridedLayout.Strided([input.Sizes[0] / 2], [input.Strides[0] * 2]);
            }

            private static Tensor<T> GradInput<T>(Tensor<T> grad)
                where T : unmanaged, IFloatingPointIeee754<T>
            {
                var spread = Tensor.Zeros<T>(grad.Shape[0] * 2);
                spread.OddOnes().CopyInPlace(grad);
                return spread;
            }
        }

        /// <summary>Twice every second element.</summary>
        [TensorOp("n -> (n/2)")]
        public static partial class TwiceOddOnes
        {
            private static Tensor<T> Compose<T>(Tensor<T> input)
                where T : unmanaged, IFloatingPointIeee754<T> => input.OddOnes() * 2;
        }

        public static class Program
        {
            public static string Run()
            {
                Tensor<float> x = [1, 2, 3, 4];
                x.RequiresGrad = true;
                x.TwiceOddOnes().Sum().Backward();
                return $"{string.Join(" ", x.OddOnes().ToArray())} | {string.Join(" ", x.Grad!.ToArray())}";
            }
        }
        """,
        "Program",
        "Run"));

    [Theory]
    [InlineData("namespace Mine;", "Mine.Program")]
    [InlineData("", "Program")]
    public void An_elementwise_operator(string scope, string program)
    {
        var source = SampleOperators.Elementwise.Replace("namespace Mine;", scope) + """

            public static class Program
            {
                public static string Run()
                {
                    Tensor<double> x = [0];
                    x.RequiresGrad = true;
                    x.Swish(2).Backward();
                    return $"{x.Detach().Swish().Item()} {x.Grad!.Item()} {Tensor.Swish(x.Detach(), beta: 3).SwishInPlace().Item()}";
                }
            }
            """;
        Assert.Equal("0 0.5 0", OperatorCompilation.Run(source, program, "Run"));
    }
}
