using DslTensors.Tests.Reference;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>Operators that PyTorch's own suite has no samples of, by its answers to those in <c>Reference/further</c>: values and gradients.</summary>
public sealed class FurtherOperatorTests
{
    private static readonly SuiteCase[] s_cases = [.. File.ReadLines(ReferenceFile.PathOf("further/cases.jsonl")).Select(SuiteCase.Parse)];

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, s_cases.Length)];

    [Fact]
    public void There_are_cases() => Assert.True(s_cases.Length > 30);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Agrees_with_PyTorch(int index)
    {
        var difference = SuiteComparison.Run(s_cases[index]);
        Assert.True(difference is null, $"{s_cases[index]}: {difference}");
    }
}
