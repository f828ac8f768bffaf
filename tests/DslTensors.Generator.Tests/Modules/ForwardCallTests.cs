using DslTensors.Generator.Modules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Tests.Modules;

/// <summary>Which calls of children run hooks. That they do is tested by running them.</summary>
public class ForwardCallTests
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    [Theory]
    [InlineData("[Module] public partial class Net { public Linear L { get; } = new(1, 1); public Tensor<float> Forward(Tensor<float> x) => L.Forward(x); }", 1)]
    [InlineData("[Module] public partial class Net<T>(Linear<T> l) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T> { public Tensor<T> Forward(Tensor<T> x) => l?.Forward(l.Forward(x)) ?? x; }", 2)]
    [InlineData("[Module] public partial class Net { public Sequential S { get; } = new(); public Block<int> B { get; } = new(); public int Forward(Tensor<float> x) => B.Forward(S.Forward(x)); } [Module] public partial class Block<T> where T : struct, System.IComparable<T> { public int Forward(Tensor<float> x) => 0; }", 2)]
    [InlineData("[Module] public partial class Net(IForward<int, string> f) { public string Forward(int x) => f.Forward(x); }", 1)]
    [InlineData("[Module] public partial class Net { public Tensor<float> Forward(Tensor<float> x) => x; public Tensor<float> Twice(Tensor<float> x) => this.Forward(Forward(x)); }", 0)]
    [InlineData("public class Program { public Tensor<float> Run(Linear l, Tensor<float> x) => l.Forward(x); }", 0)]
    [InlineData("[Module] public partial class Net { private readonly Own _own = new(); public int Forward(int x) => _own.Forward(x); [Module] private partial class Own { public int Forward(int x) => x; } }", 0)]
    [InlineData("[Module] public partial class Net { public int Run(Other other) => other.Forward(1); } public class Other { public int Forward(int x) => x; }", 0)]
    public void CallsInModulesAreReplaced(string source, int count)
    {
        var generated = Generate(source, "DslTensors.Generated");
        Assert.Equal(count, generated.Split("InterceptsLocationAttribute(1,").Length - 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Somebody.Else")]
    public void WithoutTheProjectsConsentNothingIsReplaced(string? namespaces) =>
        Assert.Empty(Generate("[Module] public partial class Net { public Linear L { get; } = new(1, 1); public Tensor<float> Forward(Tensor<float> x) => L.Forward(x); }", namespaces));

    private static string Generate(string source, string? namespaces)
    {
        var options = namespaces is null ? s_options : s_options.WithFeatures([new("InterceptorsNamespaces", $"Other;{namespaces}")]);
        var text = ModuleCompilation.Tree(source).GetText();
        var compilation = ModuleCompilation.Create().AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, options, "/Source.cs"));
        var driver = CSharpGeneratorDriver.Create([new ModuleGenerator().AsSourceGenerator(), new ForwardCallGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Assert.Empty(output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()));
        return driver.GetRunResult().GeneratedTrees.SingleOrDefault(tree => tree.FilePath.EndsWith("ForwardCalls.g.cs", StringComparison.Ordinal))?.ToString() ?? "";
    }
}
