using DslTensors.Generator.Modules;

namespace DslTensors.Generator.Tests.Modules;

public class ModuleProblemTests
{
    [Theory]
    [InlineData(nameof(ModuleProblemKind.NotPartial), "[Module] public class Net;", null)]
    [InlineData(nameof(ModuleProblemKind.NotPartial), "public class Outer { [Module] public partial class Net; }", null, "Outer+Net")]
    [InlineData(nameof(ModuleProblemKind.Record), "[Module] public partial record Net;", null)]
    [InlineData(nameof(ModuleProblemKind.UnsupportedClass), "[Module] public static partial class Net;", null)]
    [InlineData(nameof(ModuleProblemKind.ForeignBaseClass), "[Module] public partial class Net : System.IO.MemoryStream;", null)]
    [InlineData(nameof(ModuleProblemKind.PropertyNotPartial), "[Module] public partial class Net { [Parameter(1)] public Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.PropertyNotPartial), "[Module] public partial class Net { [Parameter(1)] public static partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.PropertyNotPartial), "[Module] public partial class Net { [Parameter(1)] public partial Tensor<float> W { set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.NotATensor), "[Module] public partial class Net { [Parameter(1)] public partial float[] W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.NotATensor), "[Module] public partial class Net { [Buffer(1)] public partial Tensor W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.NotDifferentiable), "[Module] public partial class Net { [Parameter(1)] public partial Tensor<long> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.ParameterAndBuffer), "[Module] public partial class Net { [Parameter(1), Buffer(1)] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.DuplicateKey), "[Module] public partial class Net { [Parameter(1)] public partial Tensor<float> Weight { get; set; } [Child(Name = \"weight\")] public Linear L { get; } = new(1, 1); }", "L")]
    [InlineData(nameof(ModuleProblemKind.DuplicateKey), "[Module] public partial class Base { [Buffer] public partial Tensor<float> B { get; } } [Module] public partial class Net : Base { private Linear _b = new(1, 1); }", "_b")]
    [InlineData(nameof(ModuleProblemKind.DuplicateKey), "[Module] public partial class Net : Linear { public Linear Weight2 { get; } = new(1, 1); [Buffer(Name = \"weight\")] public partial Tensor<float> B { get; } public Net() : base(1, 1) { } }", "B")]
    [InlineData(nameof(ModuleProblemKind.InvalidKey), "[Module] public partial class Net { [Parameter(1, Name = \"a.b\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidKey), "[Module] public partial class Net { [Child(Name = \"\")] public Linear L { get; } = new(1, 1); }", "L")]
    [InlineData(nameof(ModuleProblemKind.UnknownDimension), "[Module] public partial class Net(int width) { [Parameter(\"with\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.UnknownDimension), "[Module] public partial class Net(long width) { [Parameter(\"(2 * width)\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.UnknownDimension), "[Module] public partial class Net { [Parameter(\"width\")] public partial Tensor<float> W { get; set; } public Net(int width) { } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidDimension), "[Module] public partial class Net { [Parameter(-1)] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidDimension), "[Module] public partial class Net { [Parameter(1.5)] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidDimension), "[Module] public partial class Net(int a) { [Parameter(\"2 * a\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidDimension), "[Module] public partial class Net(int a) { [Parameter(\"a a\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.InvalidDimension), "[Module] public partial class Net(int a) { [Parameter(\"a...\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.UnknownCondition), "[Module] public partial class Net(int bias) { [Parameter(1, When = \"bias\")] public partial Tensor<float>? W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.ConditionNotNullable), "[Module] public partial class Net(bool bias) { [Parameter(1, When = \"bias\")] public partial Tensor<float> W { get; set; } }", "W")]
    [InlineData(nameof(ModuleProblemKind.UnconditionalInitialValue), "[Module] public partial class Net(bool bias) { [Parameter(1, When = \"bias\")] public partial Tensor<float>? W { get; set; } = Init.Ones(1); }", "W")]
    [InlineData(nameof(ModuleProblemKind.ChildNotModule), "[Module] public partial class Net { [Child(Name = \"x\")] public string L { get; } = \"\"; }", "L")]
    public void IsRefused(string kind, string source, string? member, string type = "Net")
    {
        var result = ModuleCompilation.Parse(source, type);

        Assert.Null(result.Model);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(kind, problem.Kind.ToString());
        Assert.Equal(member, problem.Member);
    }

    [Fact]
    public void FileLocalClassesAreRefused()
    {
        var type = ModuleCompilation.Create("[Module] file partial class Net;").GlobalNamespace.GetTypeMembers("Net").Single();
        Assert.Equal(ModuleProblemKind.UnsupportedClass, Assert.Single(ModuleParser.Parse(type, default).Problems).Kind);
    }

    [Fact]
    public void EveryProblemIsNamedAtOnce()
    {
        var result = ModuleCompilation.Parse("""
            [Module]
            public class Net(int width)
            {
                [Parameter("depth", "(2 * height)")] public partial string W { get; set; }
                [Buffer(Name = "")] public partial Tensor<float> B { get; }
            }
            """);

        Assert.Equal(
            [ModuleProblemKind.NotPartial, ModuleProblemKind.NotATensor, ModuleProblemKind.UnknownDimension, ModuleProblemKind.UnknownDimension, ModuleProblemKind.InvalidKey],
            result.Problems.Select(problem => problem.Kind));
        Assert.Equal("the shape of 'W' can't be read: 'depth' is no parameter of the primary constructor, whose int parameters are width", result.Problems[2].Message);
    }

    [Fact]
    public void ARefusedClassGeneratesNothing()
    {
        var driver = ModuleCompilation.Driver().RunGenerators(ModuleCompilation.Create("[Module] public class Net;"));
        Assert.Empty(driver.GetRunResult().GeneratedTrees);
        Assert.Empty(driver.GetRunResult().Diagnostics);
    }

    [Fact]
    public void TheGeneratedPartIsNoProblemForTheAnalyzer()
    {
        ModuleCompilation.Driver().RunGeneratorsAndUpdateCompilation(
            ModuleCompilation.Create("[Module] public partial class Net(bool b) : Linear(1, 1) { [Parameter(1, When = \"b\")] public partial Tensor<float>? W { get; set; } public Linear L { get; } = new(1, 1); public int Forward(int x) => x; }"),
            out var output,
            out _);

        var result = ModuleParser.Parse(output.GetTypeByMetadataName("Net")!, default);

        Assert.Empty(result.Problems);
        Assert.Equal("w", Assert.Single(result.Model!.Tensors).Key);
    }

    [Fact]
    public void AnUnknownBaseClassIsLeftToTheCompiler()
    {
        var result = ModuleCompilation.Parse("[Module] public partial class Net : DoesNotExist;");
        Assert.Null(result.Model);
        Assert.Empty(result.Problems);
    }
}
