using System.Globalization;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>Contradictions that hold except for certain sizes say for which.</summary>
public class WitnessTests
{
    [Fact]
    public async Task A_number_given_to_a_helper_says_what_would_fit() => Assert.Equal(
        "shape '[6, 4]' is invalid for input of size 20. reshape: 'x' [5, 4] has 20 elements, which do not fill the sizes of 'shape' (24) (line 3, in 'Rows' with [5, 4]). "
        + "It fails unless n = 5. Give it other sizes, or change the line",
        await MessageOf("""
            public static class Program
            {
                private static Tensor<float> Rows(Tensor<float> x, int n) => x.Reshape(n, 4);

                public static void Run() => Rows(Tensor.Rand(5, 4), 6);
            }
            """));

    [Fact]
    public async Task A_number_given_to_a_constructor_says_what_would_fit() => Assert.Contains(
        "It fails unless width = 2304. ",
        await MessageOf("""
            [Module]
            public partial class Net(int width)
            {
                public Conv2d Conv { get; } = new(1, 16, 3);
                public Linear Head { get; } = new(width, 10);

                public Tensor<float> Forward(Tensor<float> image) => Head.Forward(Conv.Forward(image).Flatten(1));
            }

            public static class Program
            {
                public static void Run() => new Net(1024).Forward(Tensor.Rand(8, 1, 14, 14));
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task Sizes_that_agree_only_where_they_are_empty_say_so() => Assert.Equal(
        "mat1 and mat2 shapes cannot be multiplied (bxn and 2*nx3). mm: dimension m is n in 'x' [b, n] (line 3) but 2*n in 'Tensor.Rand(2 * n, 3)' [2*n, 3]; it fails unless n = 0. "
        + "Make the two sizes equal",
        await MessageOf("""
            public static class Program
            {
                public static Tensor<float> Run([Shape("b n")] Tensor<float> x)
                {
                    var (b, n) = x.Shape;
                    return x.Mm(Tensor.Rand(2 * n, 3));
                }
            }
            """));

    [Fact]
    public async Task What_no_number_mends_has_no_witness() => Assert.DoesNotContain(
        "unless",
        await MessageOf("""
            public static class Program
            {
                private static Tensor<float> Rows(Tensor<float> x, int n) => x.Reshape(n, 3);

                public static void Run() => Rows(Tensor.Rand(5, 4), 6);
            }
            """),
        StringComparison.Ordinal);

    private static async Task<string> MessageOf(string source) => Assert.Single(await ProgramCheck.Run(source)).GetMessage(CultureInfo.InvariantCulture);
}
