using DslTensors.Tests.Reference;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>
/// The samples whose answers differ from PyTorch's, as <c>differences.txt</c> lists them: <c>operator: samples reason</c> in each line,
/// where samples are ids (<c>float64/3</c>) with numbers and ranges joined by commas (<c>float64/0-2,5</c>).
/// </summary>
internal static class SuiteDifferences
{
    /// <summary>The reason of calls whose element types don't compile; the test knows them when it sees them.</summary>
    public const string Types = "types";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> s_listed = new(Read);

    /// <summary>The listed samples of an operator, with the reason of each.</summary>
    public static IReadOnlyDictionary<string, string> Of(string op) => s_listed.Value.GetValueOrDefault(op, []);

    /// <summary>The operators with listed samples.</summary>
    public static IEnumerable<string> Operators => s_listed.Value.Keys;

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        var listed = new Dictionary<string, Dictionary<string, string>>();
        foreach (var line in File.ReadLines(ReferenceFile.PathOf("pytorch_suite/differences.txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (op, rest) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].TrimStart());
            var (samples, reason) = (rest[..rest.IndexOf(' ')], rest[rest.IndexOf(' ')..].Trim());
            if (!listed.TryGetValue(op, out var reasons))
                listed[op] = reasons = [];
            foreach (var id in Ids(samples))
                reasons.Add(id, reason);
        }

        return listed;
    }

    private static IEnumerable<string> Ids(string samples)
    {
        var (kind, numbers) = (samples[..(samples.IndexOf('/') + 1)], samples[(samples.IndexOf('/') + 1)..]);
        foreach (var part in numbers.Split(','))
        {
            var prefix = part[0] == 'r' ? "r" : "";
            var bounds = part[prefix.Length..].Split('-').Select(int.Parse).ToArray();
            for (var number = bounds[0]; number <= bounds[^1]; number++)
                yield return $"{kind}{prefix}{number}";
        }
    }
}
