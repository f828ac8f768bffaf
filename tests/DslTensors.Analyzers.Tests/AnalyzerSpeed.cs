using System.Diagnostics;
using System.Text;
using DslTensors.Analyzers.Flow;
using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslTensors.Analyzers.Tests;

/// <summary>
/// How long all rules together take, as an editor or a build pays for them: for a file full of tensors, and for code that has none. Each round
/// looks at a compilation that nobody has looked at before; the fastest round counts, as the others only waited for something else.
/// </summary>
internal static class AnalyzerSpeed
{
    private const int DenseLines = 2000;
    private const int PlainMethods = 1000;

    /// <summary>All rules of the library, as a project gets them.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(TensorFlowAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Measures both; a few seconds.</summary>
    public static async Task<IReadOnlyList<AnalyzerTime>> Measure(int rounds = 12) =>
    [
        await Measure($"{DenseLines} lines of tensor code", TensorCode(DenseLines), rounds),
        await Measure($"{PlainMethods} methods without tensors", PlainCode(PlainMethods), rounds),
    ];

    private static async Task<AnalyzerTime> Measure(string name, string source, int rounds)
    {
        var best = new AnalyzerTime(name, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.MaxValue, TimeSpan.Zero, new Dictionary<string, TimeSpan>());
        var compilation = ProgramCheck.Compile(source);
        var (aloneOnProcessor, togetherOnProcessor) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var i = 0; i < rounds; i++)
        {
            // Clones share the text only, so that each begins with nothing bound.
            var processor = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            compilation.Clone().GetDiagnostics();
            var alone = watch.Elapsed;
            aloneOnProcessor = Least(aloneOnProcessor, Environment.CpuUsage.TotalTime - processor);
            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
            var analysed = compilation.Clone().WithAnalyzers([.. Analyzers], options);
            processor = Environment.CpuUsage.TotalTime;
            watch.Restart();
            var result = await analysed.GetAnalysisResultAsync(default);
            var together = watch.Elapsed;
            togetherOnProcessor = Least(togetherOnProcessor, Environment.CpuUsage.TotalTime - processor);

            var times = result.AnalyzerTelemetryInfo.ToDictionary(pair => pair.Key.GetType().Name, pair => pair.Value.ExecutionTime);
            var rules = times.Values.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);
            if (rules < best.Rules)
                best = best with { Rules = rules, Analyzers = times };
            best = best with { Compiler = Least(alone, best.Compiler), WithRules = Least(together, best.WithRules) };
        }

        return best with { Processor = togetherOnProcessor - aloneOnProcessor };
    }

    private static TimeSpan Least(TimeSpan left, TimeSpan right) => left < right ? left : right;

    /// <summary>The programs of the tests, one after the other until there are so many lines, each with a namespace of its own.</summary>
    internal static string TensorCode(int lines)
    {
        var assembly = typeof(AnalyzerSpeed).Assembly;
        var programs = assembly.GetManifestResourceNames().Where(name => name.StartsWith("Programs/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read).ToList();
        var text = new StringBuilder();
        for (int i = 0, count = 0; count < lines; i++)
        {
            var code = programs[i % programs.Count].Split('\n')
                .Where(line => !line.StartsWith("//~", StringComparison.Ordinal) && !line.StartsWith("namespace ", StringComparison.Ordinal)).ToList();
            text.Append("namespace Program").Append(i).Append("\n{\n").AppendJoin('\n', code).Append("\n}\n");
            count += code.Count + 3;
        }

        return text.ToString();

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }

    /// <summary>Methods as any project has them, in a project that uses the library elsewhere.</summary>
    private static string PlainCode(int methods)
    {
        var text = new StringBuilder("public static class Uses { public static Tensor<float> Library() => Tensor.Rand(2, 3).Sum(1); }\npublic static class Plain\n{\n");
        for (var i = 0; i < methods; i++)
        {
            text.Append($$"""
                    public static string Method{{i}}(IReadOnlyList<int> numbers, string name)
                    {
                        var total = {{i}};
                        foreach (var number in numbers.Where(item => item > 0).OrderBy(item => item))
                        {
                            if (number % 2 == 0)
                                total += number * 3;
                            else
                                total -= Math.Max(number, name.Length);
                        }

                        return total > 10 ? $"{name}: {total}" : string.Join(", ", numbers);
                    }

                """);
        }

        return text.Append("}\n").ToString();
    }
}

/// <summary>What the rules cost.</summary>
/// <param name="Name">What was compiled.</param>
/// <param name="Compiler">The compiler by itself.</param>
/// <param name="WithRules">The compiler and the rules, on all cores.</param>
/// <param name="Rules">What the rules themselves took, as <c>-reportanalyzer</c> shows it: the sum over all of them.</param>
/// <param name="Processor">What they add to the compiler in processor time, which other work on the machine disturbs least.</param>
/// <param name="Analyzers">The parts of that sum.</param>
internal sealed record AnalyzerTime(string Name, TimeSpan Compiler, TimeSpan WithRules, TimeSpan Rules, TimeSpan Processor, IReadOnlyDictionary<string, TimeSpan> Analyzers)
{
    public override string ToString() =>
        $"{Name}: rules {Rules.TotalMilliseconds:F1} ms ({string.Join(", ", Analyzers.OrderByDescending(part => part.Value).Take(4).Select(part => $"{part.Key} {part.Value.TotalMilliseconds:F1}"))}); " +
        $"compiler {Compiler.TotalMilliseconds:F0} ms, with rules {WithRules.TotalMilliseconds:F0} ms; {Processor.TotalMilliseconds:F0} ms more processor time";
}
