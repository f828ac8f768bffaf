using System.Collections.Concurrent;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>
/// PyTorch's own operator suite: values, gradients and error texts of every operator that both libraries have. What differs is listed in
/// <c>Reference/pytorch_suite/differences.txt</c>, what is missing in <c>missing.txt</c>, and neither list may name anything that works.
/// </summary>
public sealed class PyTorchSuiteTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, string?>>> s_outcomes = [];

    private static IEnumerable<string> Names => SuiteFile.Operators.SelectMany(pair => pair.Value.Prepend(pair.Key)).Distinct().Order(StringComparer.Ordinal);

    public static TheoryData<string> Operators => [.. Names.Where(SuiteCall.Exists)];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Agrees_with_PyTorch(string op)
    {
        var outcomes = Outcomes(op);
        var listed = SuiteDifferences.Of(op);
        var problems = outcomes.Where(pair => pair.Value is not null && !listed.ContainsKey(pair.Key)).Select(pair => $"differs: {Call(op, pair.Key)}: {pair.Value}")
            .Concat(outcomes.Where(pair => pair.Value is null && listed.ContainsKey(pair.Key)).Select(pair => $"listed, but passes: {pair.Key}"))
            .Concat(listed.Keys.Where(id => !outcomes.ContainsKey(id)).Select(id => $"listed, but there is no {id}"))
            .Concat(outcomes.Where(pair => pair.Value is not null && listed.TryGetValue(pair.Key, out var reason) && IsOfTypes(pair.Value) != (reason == SuiteDifferences.Types))
                .Select(pair => $"another reason than '{listed[pair.Key]}': {pair.Key}: {pair.Value}"))
            .ToList();
        Assert.True(problems.Count == 0, $"{op}: {outcomes.Count(pair => pair.Value is null)} of {outcomes.Count} samples pass\n{string.Join("\n", problems)}");
    }

    [Fact]
    public void Differences_are_of_operators_that_exist() => Assert.All(SuiteDifferences.Operators, op => Assert.True(SuiteCall.Exists(op), op));

    [Fact]
    public void Differences_have_a_reason() => Assert.All(SuiteDifferences.Operators.SelectMany(op => SuiteDifferences.Of(op)), pair => Assert.NotEqual('?', pair.Value[0]));

    [Fact]
    public void What_is_missing_is_listed() => Assert.Equal(
        File.ReadLines(ReferenceFile.PathOf("pytorch_suite/missing.txt")).Where(line => line.Length > 0 && line[0] != '#').SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal),
        Names.Where(name => !SuiteCall.Exists(name)));

    /// <summary>With the environment variable set, what <c>list_differences.py</c> reads to write both lists anew.</summary>
    [Fact]
    public void The_report_is_written_where_asked()
    {
        if (Environment.GetEnvironmentVariable("PYTORCH_SUITE_REPORT") is not { } path)
            return;
        var lines = Names.Where(SuiteCall.Exists).SelectMany(op => Outcomes(op).Select(pair => string.Join('\t', op, pair.Key, pair.Value?.ReplaceLineEndings(" "), Call(op, pair.Key))));
        File.WriteAllLines(path, lines.Concat(Names.Where(name => !SuiteCall.Exists(name)).Select(name => $"{name}\tmissing")));
    }

    private static bool IsOfTypes(string difference) => difference.StartsWith(SuiteComparison.Types, StringComparison.Ordinal);

    private static string Call(string op, string id) => SuiteFile.Cases(op).First(answer => answer.Id == id).ToString();

    private static Dictionary<string, string?> Outcomes(string op) =>
        s_outcomes.GetOrAdd(op, name => new(() => SuiteFile.Cases(name).ToDictionary(answer => answer.Id, SuiteComparison.Run))).Value;
}
