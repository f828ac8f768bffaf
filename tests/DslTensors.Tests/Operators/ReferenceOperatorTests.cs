namespace DslTensors.Tests.Operators;

/// <summary>Every operator of the reference files: values, gradients and error texts as PyTorch has them.</summary>
public sealed class ReferenceOperatorTests
{
    /// <summary>Operators that the library has yet to declare.</summary>
    private static readonly HashSet<string> s_notYet =
    [
        "adaptive_avg_pool2d",
        "avg_pool2d",
        "conv1d",
        "conv2d",
        "conv_transpose2d",
        "einsum",
        "max_pool2d",
    ];

    public static TheoryData<string> Operators => [.. ReferenceCase.All.Select(answer => answer.Op).Distinct().Where(op => !s_notYet.Contains(op))];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Agrees_with_PyTorch(string op)
    {
        var failures = ReferenceCase.All.Where(answer => answer.Op == op).Select(Failure).Where(failure => failure is not null).ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Fact]
    public void What_is_missing_does_not_exist() => Assert.DoesNotContain(s_notYet, OperatorCall.Exists);

    private static string? Failure(ReferenceCase answer)
    {
        try
        {
            return answer.Error is null ? ReferenceComparison.Run(answer) : ReferenceComparison.RunError(answer, answer.Error);
        }
        catch (Exception unexpected)
        {
            return $"{answer}: {unexpected.GetType().Name}: {unexpected.Message}";
        }
    }
}
