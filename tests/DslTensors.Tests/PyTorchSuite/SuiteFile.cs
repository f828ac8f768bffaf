using System.IO.Compression;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>The samples that <c>Reference/pytorch_suite/make_cases.py</c> wrote.</summary>
public static class SuiteFile
{
    private static readonly Lazy<(JsonElement Header, Dictionary<string, List<string>> Lines)> s_content = new(Read);

    /// <summary>Every operator of the suite with its other names.</summary>
    public static IReadOnlyDictionary<string, string[]> Operators { get; } = s_content.Value.Header.GetProperty("operators").EnumerateObject()
        .ToDictionary(pair => pair.Name, pair => pair.Value.EnumerateArray().Select(name => name.GetString()!).ToArray());

    /// <summary>The samples of an operator, or of the one that this is another name of.</summary>
    public static IEnumerable<SuiteCase> Cases(string name)
    {
        var op = Operators.ContainsKey(name) ? name : Operators.First(pair => pair.Value.Contains(name)).Key;
        return s_content.Value.Lines.GetValueOrDefault(op, []).Select(SuiteCase.Parse).Select(answer => answer with { Op = name });
    }

    private static (JsonElement Header, Dictionary<string, List<string>> Lines) Read()
    {
        using var file = new GZipStream(File.OpenRead(ReferenceFile.PathOf("pytorch_suite/cases.jsonl.gz")), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        using var header = JsonDocument.Parse(reader.ReadLine()!);
        var lines = new Dictionary<string, List<string>>();
        const string Start = "{\"op\":\"";
        while (reader.ReadLine() is { } line)
        {
            var op = line[Start.Length..line.IndexOf('"', Start.Length)];
            if (!lines.TryGetValue(op, out var list))
                lines[op] = list = [];
            list.Add(line);
        }

        return (header.RootElement.Clone(), lines);
    }
}
