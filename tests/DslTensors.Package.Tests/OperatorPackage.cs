namespace DslTensors.Package.Tests;

/// <summary>A user's package of operators, and a program that knows the library through that package only.</summary>
static class OperatorPackage
{
    /// <summary>The name of the package.</summary>
    public const string Id = "Contoso.Operators";

    /// <summary>What makes a package of a project.</summary>
    public static string Properties => $"""
        <OutputType>Library</OutputType>
        <AssemblyName>{Id}</AssemblyName>
        <PackageId>{Id}</PackageId>
        <Version>{PackedLibrary.Version}</Version>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        """;

    /// <summary>An elementwise and a structured operator.</summary>
    public const string Operators = """
        using System.Numerics;
        using DslTensors;

        namespace Contoso;

        public static partial class Functions
        {
            /// <summary>x times the sigmoid of x; public, so that other projects' functions may call the scalar form.</summary>
            [Elementwise] public static float Swish(float x) => x / (1 + MathF.Exp(-x));

            /// <summary>1 where x is positive.</summary>
            [Elementwise(NonDifferentiable = true)] private static float Step(float x) => x > 0 ? 1 : 0;
        }

        /// <summary>Each row times its own number.</summary>
        [TensorOp("n m, n -> n m")]
        [ShapeError("scale", ShapeFault.Size, "expected {n} numbers but got {scale[0]}")]
        public static partial class ScaleRows
        {
            private static void Forward<T>(TensorView<T> input, TensorView<T> scale, TensorView<T> result) where T : unmanaged, INumber<T>
            {
                for (var i = 0; i < result.Sizes[0]; i++)
                    for (var j = 0; j < result.Sizes[1]; j++)
                        result[i, j] = input[i, j] * scale[i];
            }

            private static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> scale) where T : unmanaged, IFloatingPointIeee754<T> => grad.ScaleRows(scale);

            private static Tensor<T> GradScale<T>(Tensor<T> grad, Tensor<T> input) where T : unmanaged, IFloatingPointIeee754<T> => (grad * input).Sum(1);
        }

        /// <summary>A layer that says what it takes and gives.</summary>
        [Module]
        public partial class Gate(int width)
        {
            /// <summary>The weights.</summary>
            public Linear Fc { get; } = new(width, width);

            /// <summary>The gated rows.</summary>
            [return: Shape("b width")]
            public Tensor<float> Forward([Shape("b width")] Tensor<float> x) => Fc.Forward(x).Swish() * x;
        }
        """;

    /// <summary>Calls both, and builds on the elementwise one in an operator of its own.</summary>
    public const string Program = """
        using Contoso;
        using DslTensors;

        var x = Tensor.From<double>([0.5, -1, 2, 3, 0, 1]).Reshape(2, 3).Detach();
        x.RequiresGrad = true;
        var scale = Tensor.From<double>([2, -1]);
        var loss = x.ScaleRows(scale).Swish().Sum() + x.DoubleSwish().Sum();
        loss.Backward();
        var (plain, scaled) = (x.Detach(), x.Detach() * Tensor.From<double>([2, -1]).Reshape(2, 1));
        var expected = (Slope(scaled) * Tensor.From<double>([2, -1]).Reshape(2, 1)) + (2 * Slope(plain));
        Console.WriteLine($"largest deviation below 1e-12: {(x.Grad! - expected).Abs().Max().Item() < 1e-12}");
        Console.WriteLine($"{Tensor.Step(x.Detach()).Sum().Item()} steps");

        static Tensor<double> Slope(Tensor<double> x) => x.Sigmoid() * (1 + (x * (1 - x.Sigmoid())));

        static partial class MyFunctions
        {
            [Elementwise] private static float DoubleSwish(float x) => 2 * Functions.Swish(x);
        }
        """;

    /// <summary>Four rows but three numbers, rows for numbers, a width that the gate does not have, numbers that change before their backward.</summary>
    public static MarkedProgram ProgramWithMistakes { get; } = new("Program.cs", """
        using Contoso;
        using DslTensors;

        var input = Tensor.Rand(4, 3);
        var scale = Tensor.Rand(3);
        {|DSLT2001:Tensor.ScaleRows(input, scale)|};
        {|DSLT2001:Tensor.ScaleRows(scale, scale)|};
        {|DSLT2011:new Gate(8).Forward(Tensor.Rand(2, 9))|};
        {|DSLT2001:new Gate(8).Forward(Tensor.Rand(2, 8)).Mm(Tensor.Rand(9, 2))|};

        var numbers = Tensor.Rand(4);
        input.RequiresGrad = true;
        var rows = input.ScaleRows(numbers);
        {|DSLT3004:numbers.ZeroInPlace()|};
        rows.Sum().Backward();
        """);
}
