using DslTensors.Analyzers.Tests.Corpus;

namespace DslTensors.Analyzers.Tests.CodeFixes;

/// <summary>For each rule with a code fix a mistake that can be mended, as declarations that can stand in a file twice.</summary>
internal static class FixAllSources
{
    private const string Scored = "static Tensor<float> Score([Shape(\"b 64\")] Tensor<float> x) => x.Sum(1); ";

    private static readonly Dictionary<string, (string Members, string Mended)> Own = new()
    {
        ["DSLT1001"] = ("[Module] class Closed { public Linear Fc { get; } = new(4, 2); }", "partial class Closed"),
        ["DSLT1005"] = ("[Module] partial class Scale(int features) { [Parameter(\"feature\")] public partial Tensor<float> Weight { get; set; } }", "[Parameter(nameof(features))]"),
        ["DSLT2001"] = ("class C { void M() => Tensor.Bmm(Tensor.Rand(2, 3), Tensor.Rand(1, 3, 3)); }", "Tensor.Bmm(Tensor.Rand(2, 3).Unsqueeze(0), Tensor.Rand(1, 3, 3))"),
        ["DSLT2003"] = ("class C { Tensor<float> M() => Tensor.Rand(2, 3) + Tensor.Rand(3, 2); }", ".Transpose(0, 1)"),
        ["DSLT2005"] = ("class C { void M() => Tensor.Rand(2, 3).Sum(2); }", "Tensor.Rand(2, 3).Sum(1)"),
        ["DSLT2007"] = ("class C { void M() => Tensor.Rand(4, 6).Transpose(0, 1).View(24); }", ".Reshape(24)"),
        ["DSLT2008"] = ("class C { " + Scored + "void M() => Score(Tensor.Rand(64)); }", "Score(Tensor.Rand(64).Unsqueeze(0))"),
        ["DSLT2011"] = ("class C { void M() => new Linear(784, 10).Forward(Tensor.Rand(64, 1, 28, 28)); }", "Tensor.Rand(64, 1, 28, 28).Flatten(1)"),
        ["DSLT2014"] = ("class C { Tensor<float> M([Shape(\"b 1\")] Tensor<float> x) => x.Squeeze(); }", "x.Squeeze(-1)"),
        ["DSLT2015"] = ("class C { void M() => Tensor.MseLoss(Tensor.Rand(5, 1), Tensor.Rand(5)); }", "Tensor.Rand(5, 1).Squeeze(1)"),
        ["DSLT2900"] = ("class C { Tensor<float> M(Tensor<float> x) => x.Mm(Tensor.Rand(784, 10)).Relu(); }", "M([Shape(\"n 784\")] Tensor<float> x)"),
    };

    /// <summary>The mistakes of a rule that might be mended; the rules on gradients and training take them from the corpus.</summary>
    public static IReadOnlyList<string> Of(string id) => Own.TryGetValue(id, out var own)
        ? [own.Members]
        : [.. CorpusProgram.All.Where(program => program.Folder == "Mistakes" && program.Id == id).Select(program => program.Source)];

    /// <summary>What stands there when it is mended; null where only the rule's silence counts.</summary>
    public static string? Mended(string id) => Own.TryGetValue(id, out var own) ? own.Mended : null;

    /// <summary>The same mistake several times in one file.</summary>
    public static string Several(string source, string prefix, int count) =>
        string.Concat(Enumerable.Range(0, count).Select(index => $"namespace {prefix}{index}\n{{\n{source}\n}}\n"));
}
