using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>Half-typed code: the flow never throws and always comes to an end.</summary>
public class CrashSafetyTests
{
    private static readonly int Edits = Environment.GetEnvironmentVariable("DSLTENSORS_NIGHTLY") == "1" ? 500 : 12;

    public static TheoryData<string> Names => [.. typeof(CrashSafetyTests).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Programs/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Random_edits_are_survived(string name)
    {
        using var reader = new StreamReader(typeof(CrashSafetyTests).Assembly.GetManifestResourceStream(name)!);
        var source = await reader.ReadToEndAsync();
        var random = new Random(name.Length);
        for (var i = 0; i < Edits; i++)
        {
            var edited = RandomEdits.Of(source, random);
            var run = ProgramCheck.Run(edited, mustCompile: false);
            Assert.True(await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(60))) == run, edited);
            await run;
        }
    }

    [Fact]
    public async Task Recursion_and_self_reference_end()
    {
        var diagnostics = await ProgramCheck.Run("""
            [Module]
            public partial class Tree(int width, int depth)
            {
                public Linear Layer { get; } = new(width, width);
                public Tree? Child { get; } = depth > 0 ? new Tree(width, depth - 1) : null;
                public Tensor<float> Forward(Tensor<float> x) => Child is null ? Layer.Forward(x) : Child.Forward(Layer.Forward(x));
                public Tensor<float> Even(Tensor<float> x, int n) => n == 0 ? x : Odd(x.Unsqueeze(0), n - 1);
                public Tensor<float> Odd(Tensor<float> x, int n) => n == 0 ? x : Even(x.Unsqueeze(0), n - 1);
                public Tensor<float> Self => Self + Tensor.Ones(2);
            }

            public static class Program
            {
                public static void Main()
                {
                    var tree = new Tree(4, 5);
                    tree.Forward(Tensor.Rand(2, 4)).Sum(1);
                    tree.Even(Tensor.Rand(2, 4), 3).Sum(1);
                    tree.Self.Sum();
                    var x = Tensor.Rand(2);
                    while (x.Rank < 100)
                        x = Tensor.Stack([x, x]);
                }
            }
            """);
        Assert.Empty(diagnostics);
    }
}
