using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Formulas that nobody thought of: simplification keeps their values, differentiation finds their slopes.</summary>
public class RandomFormulaTests
{
    private const int Formulas = 400;

    private static readonly Variable X = new("x", VariableKind.Input);
    private static readonly Variable Y = new("y", VariableKind.Input);
    private static readonly Variable Alpha = new("alpha", VariableKind.Scalar);
    private static readonly double[] SpecialValues = [0, -0.0, 1, -1, 0.5, 3, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
    private static readonly double[] Numbers = [0, -0.0, 1, -1, 2, 0.5, -1.5, 6];

    private static readonly string[] Smooth = ["Tanh", "Sin", "Cos", "Sigmoid", "Atan", "Asinh", "Erf"];
    private static readonly string[] Binary = ["Add", "Subtract", "Multiply", "Divide", "Min", "Max"];

    [Fact]
    public void Simplification_keeps_every_bit_special_values_included()
    {
        var random = new Random(1);
        for (var i = 0; i < Formulas; i++)
        {
            var formula = Draw(random, 5);
            var simple = new Simplifier().Simplify(formula);
            foreach (var x in SpecialValues)
            {
                foreach (var y in SpecialValues)
                {
                    var values = new Dictionary<string, double> { ["x"] = x, ["y"] = y, ["alpha"] = 1.25 };
                    var (expected, actual) = (ExpressionEvaluator.Evaluate(formula, values), ExpressionEvaluator.Evaluate(simple, values));
                    Assert.True(
                        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual)),
                        $"{formula}\n{simple}\nx = {x}, y = {y}: {expected} became {actual}");
                }
            }
        }
    }

    [Fact]
    public void Gradients_are_the_slopes()
    {
        var random = new Random(2);
        var compared = 0;
        for (var i = 0; i < Formulas; i++)
        {
            var formula = new Simplifier().Simplify(Draw(random, 4));
            var gradient = new Differentiator(formula).Gradient(X);
            for (var point = 0; point < 5; point++)
            {
                var values = new Dictionary<string, double>
                {
                    ["x"] = (4 * random.NextDouble()) - 2,
                    ["y"] = (4 * random.NextDouble()) - 2,
                    ["alpha"] = 0.5 + random.NextDouble(),
                    ["grad"] = 1,
                };
                values["result"] = ExpressionEvaluator.Evaluate(formula, values);
                var (fine, coarse) = (Slope(formula, values, 1e-5), Slope(formula, values, 1e-4));
                if (!double.IsFinite(fine) || Math.Abs(fine - coarse) > 1e-6 * Math.Max(1, Math.Abs(fine)))
                    continue;
                var actual = ExpressionEvaluator.Evaluate(gradient, values);
                Assert.True(
                    Math.Abs(actual - fine) <= 1e-5 * Math.Max(1, Math.Abs(fine)),
                    $"{formula}\n{gradient}\n{string.Join(", ", values)}: {fine}, not {actual}");
                compared++;
            }
        }

        Assert.True(compared > Formulas * 3, $"only {compared} points were smooth enough to compare");
    }

    [Fact]
    public void A_serialised_formula_reads_back_as_itself()
    {
        var random = new Random(3);
        var variables = new Dictionary<string, Expression> { ["x"] = X, ["y"] = Y, ["alpha"] = Alpha };
        for (var i = 0; i < Formulas; i++)
        {
            var formula = Draw(random, 6);
            Assert.Equal(formula, ExpressionReader.Read(ExpressionWriter.Write(formula), variables));
        }
    }

    [Fact]
    public void Sharing_keeps_deep_formulas_small()
    {
        Expression formula = X;
        for (var i = 0; i < 60; i++)
            formula = new Call(ScalarFunctions.Tanh, (formula * formula) + Y);
        var gradient = new Differentiator(new Simplifier().Simplify(formula)).Gradient(X);
        Assert.InRange(Traversal.PostOrder(gradient).Count, 60, 60 * 12);
    }

    private static Expression Draw(Random random, int depth)
    {
        if (depth == 0 || random.Next(8) == 0)
        {
            return random.Next(6) switch
            {
                0 or 1 or 2 => X,
                3 => Y,
                4 => Alpha,
                _ => Numbers[random.Next(Numbers.Length)],
            };
        }

        Expression Inner() => Draw(random, depth - 1);
        Expression Of(string name, params Expression[] operands) => new Call(FunctionTable.FindName(name)!, operands);
        return random.Next(10) switch
        {
            0 or 1 => Of(Smooth[random.Next(Smooth.Length)], Inner()),
            2 => Of("Exp", Of("Tanh", Inner())),
            3 => Of("Negate", Inner()),
            4 => Of("Abs", Inner()),
            5 => Of("Select", Of(random.Next(2) == 0 ? "Less" : "GreaterOrEqual", Inner(), Inner()), Inner(), Inner()),
            _ => Of(Binary[random.Next(Binary.Length)], Inner(), Inner()),
        };
    }

    private static double Slope(Expression formula, Dictionary<string, double> values, double step)
    {
        double At(double offset) => ExpressionEvaluator.Evaluate(formula, new Dictionary<string, double>(values) { ["x"] = values["x"] + offset });
        return ((8 * (At(step) - At(-step))) - (At(2 * step) - At(-2 * step))) / (12 * step);
    }
}
