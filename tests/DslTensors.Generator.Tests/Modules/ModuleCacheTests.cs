using System.Collections;
using System.Reflection;
using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Tests.Modules;

public class ModuleCacheTests
{
    private const string Source = """
        [Module]
        public partial class Net(int width, bool bias) : Encoder
        {
            [Parameter("width", 3)] public partial Tensor<float> Weight { get; private set; } = Init.Ones(width, 3);
            [Buffer("(2 * width)", When = "bias")] public partial Tensor<long>? Counts { get; }
            public Linear Head { get; } = new(width, 2);
            public Tensor<float> Forward(Tensor<float> x) => x;
        }

        [Module]
        public partial class Encoder;
        """;

    [Fact]
    public void EqualSourcesGiveEqualModels()
    {
        var (first, second) = (ModuleCompilation.Parse(Source), ModuleCompilation.Parse(Source));

        Assert.NotNull(first.Model);
        Assert.NotSame(first.Model, second.Model);
        Assert.Equal(first.Model, second.Model);
        Assert.Equal(first.Model.GetHashCode(), second.Model!.GetHashCode());
        Assert.Equal(ModuleCompilation.Parse("[Module] public class Net;"), ModuleCompilation.Parse("[Module] public class Net;"));
    }

    [Theory]
    [InlineData("\"width\", 3", "\"width\", 4")]
    [InlineData("private set", "set")]
    [InlineData("Tensor<long>?", "Tensor<int>?")]
    [InlineData("Head", "Tail")]
    [InlineData("= Init.Ones(width, 3);", "")]
    [InlineData("Tensor<float> Forward(", "Tensor<float> Backward(")]
    public void ADifferenceThatMattersGivesAnotherModel(string text, string replacement) =>
        Assert.NotEqual(ModuleCompilation.Parse(Source).Model, ModuleCompilation.Parse(Source.Replace(text, replacement)).Model);

    [Fact]
    public void ModelsHoldNothingOfTheCompiler()
    {
        AssertNoRoslynObject(ModuleCompilation.Parse(Source), [], "result");
        AssertNoRoslynObject(ModuleCompilation.Parse("[Module] public class Net { [Parameter(-1)] public int W { get; } }"), [], "result");
    }

    [Theory]
    [InlineData(1, "class Elsewhere { int x = 2; int y; }")]
    [InlineData(0, "// Above the modules, which move down by a line.\n" + Source)]
    [InlineData(0, Source + "class Below { Linear l = new(1, 1); }")]
    public void AnEditElsewhereRunsNothingAgain(int tree, string text)
    {
        var compilation = ModuleCompilation.Create(Source, "class Elsewhere { int x = 1; }");
        var driver = ModuleCompilation.Driver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[tree], ModuleCompilation.Tree(text, tree));
        var result = driver.RunGenerators(edited).GetRunResult().Results.Single();

        var steps = result.TrackedSteps[ModuleGenerator.ModelStep];
        Assert.Equal(2, steps.Length);
        var reasons = steps.Concat(result.TrackedOutputSteps.SelectMany(step => step.Value)).SelectMany(step => step.Outputs).Select(output => output.Reason);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));
    }

    [Fact]
    public void AnEditOfOneModuleLeavesTheOthersAlone()
    {
        var compilation = ModuleCompilation.Create(Source, "[Module] public partial class Other;");
        var driver = ModuleCompilation.Driver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], ModuleCompilation.Tree("[Module] public partial class Other { public Linear L { get; } = new(1, 1); }", 1));
        var steps = driver.RunGenerators(edited).GetRunResult().Results.Single().TrackedSteps[ModuleGenerator.ModelStep];

        Assert.Equal(
            ["Other"],
            steps.SelectMany(step => step.Outputs).Where(output => output.Reason == IncrementalStepRunReason.Modified).Select(output => ((ModuleModel)output.Value).FileName));
    }

    private static void AssertNoRoslynObject(object? value, HashSet<object> seen, string path)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        Assert.False(value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            var index = 0;
            foreach (var item in items)
                AssertNoRoslynObject(item, seen, $"{path}[{index++}]");
            return;
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertNoRoslynObject(field.GetValue(value), seen, $"{path}.{field.Name}");
    }
}
