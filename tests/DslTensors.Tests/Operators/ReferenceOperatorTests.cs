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

    [Fact]
    public void What_static_types_rule_out_is_listed() =>
        Assert.Equal(StaticTypes.Cases.Keys.Order(StringComparer.Ordinal), ReferenceCase.All.Where(IsRefusedByTypes).Select(answer => answer.ToString()).Distinct().Order(StringComparer.Ordinal));

    private static bool IsRefusedByTypes(ReferenceCase answer)
    {
        try
        {
            _ = answer.Error is null ? ReferenceComparison.Run(answer) : ReferenceComparison.RunError(answer, answer.Error);
            return false;
        }
        catch (TypeRefusedException)
        {
            return true;
        }
        catch (Exception)
        {
            // The other test's affair.
            return false;
        }
    }

    private static string? Failure(ReferenceCase answer)
    {
        try
        {
            return answer.Error is null ? ReferenceComparison.Run(answer) : ReferenceComparison.RunError(answer, answer.Error);
        }
        catch (TypeRefusedException) when (StaticTypes.Cases.ContainsKey(answer.ToString()))
        {
            return null;
        }
        catch (Exception unexpected)
        {
            return $"{answer}: {unexpected.GetType().Name}: {unexpected.Message}";
        }
    }
}
