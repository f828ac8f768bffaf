namespace DslTensors.Tests.Operators;

/// <summary>Every operator of the reference files: values, gradients and error texts as PyTorch has them.</summary>
public sealed class ReferenceOperatorTests
{
    public static TheoryData<string> Operators => [.. ReferenceCase.All.Select(answer => answer.Op).Distinct()];

    [Theory]
    [MemberData(nameof(Operators))]
    public void Agrees_with_PyTorch(string op)
    {
        var failures = ReferenceCase.All.Where(answer => answer.Op == op).Select(Failure).Where(failure => failure is not null).ToList();
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

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
