using DslTensors.Analyzers.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1001 reaches a build although the compiler stops at partial members of a class that is not partial.</summary>
public class ClosedModuleReporterTests
{
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    [Fact]
    public void A_module_with_partial_members_that_is_not_partial_is_reported_at_its_name()
    {
        var found = Assert.Single(Report("[Module] public class Net { [Buffer(3)] public partial Tensor<float> Scale { get; } }"));
        Assert.Equal("DSLT1001", found.Id);
        Assert.Contains("'Net' has to be partial", found.GetMessage());
        Assert.Equal("User.cs", found.Location.GetLineSpan().Path);
        Assert.Equal(1, found.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Theory]
    [InlineData("[Module] public partial class Net { [Buffer(3)] public partial Tensor<float> Scale { get; } }")]
    [InlineData("[Module] public class Net { public Linear Fc { get; } = new(1, 2); }")]
    [InlineData("public class Net { public partial Tensor<float> Scale { get; } }")]
    public void What_is_partial_or_what_the_analyzer_can_say_is_left_alone(string source) => Assert.Empty(Report(source));

    private static IEnumerable<Diagnostic> Report(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var compilation = CSharpCompilation.Create(
            "User", [CSharpSyntaxTree.ParseText($"using DslTensors;\n{source}", options, "User.cs")], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return CSharpGeneratorDriver.Create([new ClosedModuleReporter().AsSourceGenerator()], parseOptions: options).RunGenerators(compilation).GetRunResult().Diagnostics;
    }
}
