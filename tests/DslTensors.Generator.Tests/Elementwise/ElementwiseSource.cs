using DslTensors.Generator.Elementwise;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>C# text with elementwise functions, compiled for the parser to read.</summary>
internal sealed class ElementwiseSource
{
    private const string ScalarMath = """
        namespace DslTensors
        {
            public static class ScalarMath
            {
                public static float Erf(float x) => (float)Erf((double)x);
                public static double Erf(double x) => DslTensors.Generator.Tests.Elementwise.ReferenceMath.Erf(x);
                public static float Sigmoid(float x) => (float)Sigmoid((double)x);
                public static double Sigmoid(double x) => DslTensors.Generator.Tests.Elementwise.ReferenceMath.Sigmoid(x);
                public static float Expm1(float x) => float.ExpM1(x);
                public static float Log1p(float x) => float.LogP1(x);
                public static float Exp2(float x) => float.Exp2(x);
            }
        }
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private ElementwiseSource(CSharpCompilation compilation, string type)
    {
        Compilation = compilation;
        Type = compilation.GetTypeByMetadataName(type) ?? throw new InvalidOperationException($"no type {type}");
    }

    public CSharpCompilation Compilation { get; }

    private INamedTypeSymbol Type { get; }

    /// <summary>Members of a class <c>Functions</c> that uses the library.</summary>
    public static ElementwiseSource OfMembers(string members, params MetadataReference[] more) => new(
        Compile([$"using System;\nusing DslTensors;\npublic static partial class Functions\n{{\n{members}\n}}\n", ScalarMath], more), "Functions");

    /// <summary>One expression-bodied or block-bodied function.</summary>
    public static ElementwiseSource OfFunction(string function) => OfMembers("    [Elementwise] public static " + function);

    public static CSharpCompilation Compile(IEnumerable<string> sources, params MetadataReference[] more)
    {
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, Options, $"Source{i}.cs"));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        return CSharpCompilation.Create("Elementwise" + Guid.NewGuid().ToString("N"), trees, [.. References, .. more], options);
    }

    public IMethodSymbol Method(string name) => Type.GetMembers(name).OfType<IMethodSymbol>().Single();

    public IMethodSymbol FirstMethod => Type.GetMembers().OfType<IMethodSymbol>().First(method => method.MethodKind == MethodKind.Ordinary);

    public ElementwiseParse Parse(string? name = null) =>
        ElementwiseParser.Parse(name is null ? FirstMethod : Method(name), Compilation, CancellationToken.None);

    public ElementwiseModel Model(string? name = null)
    {
        var parse = Parse(name);
        Assert.True(parse.Model is not null, string.Join("\n", parse.Problems.Select(problem => problem.Message)));
        return parse.Model;
    }
}
