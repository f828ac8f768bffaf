using DslTensors.Generator.Operators;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Tests.Operators;

/// <summary>What an edit may not do: make the generator of structured operators run again where nothing changed.</summary>
public class OperatorCacheTests
{
    private const string Source = SampleOperators.Structured;

    private const string TypeName = "Mine.Operators.ScaleRows";

    [Fact]
    public void Equal_sources_give_equal_models()
    {
        var (first, second) = (OperatorCompilation.Parse(Source, TypeName).Model, OperatorCompilation.Parse(Source, TypeName).Model);
        Assert.NotNull(first);
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second!.GetHashCode());
    }

    [Theory]
    [InlineData("n m, n -> n m", "n m, n -> n n")]
    [InlineData("double factor = 1", "double factor = 2")]
    [InlineData("Each row", "Every row")]
    [InlineData("Tensor<T> grad, Tensor<T> scale, double factor", "Tensor<T> grad, double factor, Tensor<T> scale")]
    [InlineData("expected {n} numbers", "wanted {n} numbers")]
    [InlineData("INumber<T>", "INumberBase<T>")]
    [InlineData("public static", "internal static")]
    public void A_difference_that_matters_gives_another_model(string text, string replacement) => Assert.NotEqual(
        OperatorCompilation.Parse(Source, TypeName).Model,
        OperatorCompilation.Parse(Source.Replace(text, replacement), TypeName).Model);

    [Fact]
    public void A_model_holds_nothing_of_the_compiler() => PlainValues.AssertOnly(OperatorCompilation.Parse(Source, TypeName).Model);

    [Theory]
    [InlineData(1, "class Elsewhere { int x = 2; int y; }")]
    [InlineData(0, "// Above the operator, which moves down by a line.\n" + Source)]
    [InlineData(0, Source + "\nclass Below { int x; }")]
    public void An_edit_elsewhere_runs_nothing_again(int tree, string text)
    {
        var compilation = OperatorCompilation.Create(Source, "class Elsewhere { int x = 1; }");
        var driver = OperatorCompilation.Driver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[tree], OperatorCompilation.Tree(text, tree));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single(run => run.TrackedSteps.ContainsKey(OperatorGenerator.ModelStep));

        var steps = result.TrackedSteps[OperatorGenerator.ModelStep];
        Assert.Single(steps);
        var reasons = steps.Concat(result.TrackedOutputSteps.SelectMany(step => step.Value)).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }
}
