using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

public class ShapeFunctionTests
{
    [Theory]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=1 keepDim=false", "[2, 4]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=-1 keepDim=true", "[2, 3, 1]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=0,-1 keepDim=false", "[3]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=null keepDim=false", "[]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=empty keepDim=true", "[1, 1, 1]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "()", "dim=-1 keepDim=false", "[]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=? keepDim=false", "[...]")]
    [InlineData("s... -> reduce(s, dim, keepDim)", "2 3 4", "dim=0", "[...]")]
    [InlineData("s... -> reduce(s, -1)", "2 3 4", "", "[2, 3]")]
    [InlineData("s...[] -> insert(s, dim, count)", "[2 3 | 2 ? | N 3]", "dim=1", "[2, 3, 3]")]
    [InlineData("s...[] -> insert(s, dim, count)", "[2 3 | 2 3]", "dim=-1", "[2, 3, 2]")]
    [InlineData("s...[] -> insert(s, dim, count)", "list?", "dim=-1", "[...]")]
    [InlineData("s...[] -> insert(s, dim, count)", "[2 3 | 2 3]", "dim=?", "[?, ?, ?]")]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 4 3]", "dim=0", "[6, 3]")]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 4 ?]", "dim=0", "[6, 3]")]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | unknown]", "dim=0", "[?, 3]")]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 0]", "dim=0", "[?, 3]")]
    [InlineData("s...[] -> concat(s, dim)", "list?", "dim=0", "[...]")]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=6,-1", "[6, 4]")]
    [InlineData("s... -> reshape(s, shape)", "N 4", "shape=-1,2", "[?, 2]")]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=-1", "[24]")]
    [InlineData("s... -> reshape(s, shape)", "unknown", "shape=5,7", "[5, 7]")]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=n,-1", "[?, ?]")]
    [InlineData("s... -> permute(s, dims)", "2 3 4", "dims=2,0,-2", "[4, 2, 3]")]
    [InlineData("s... -> swap(s, dim0, dim1)", "2 3 4", "dim0=0 dim1=-1", "[4, 3, 2]")]
    [InlineData("s... -> swap(s, dim0, dim1)", "()", "dim0=0 dim1=-1", "[]")]
    [InlineData("s... -> remove(s, dim, index)", "2 3 4", "dim=1 index=2", "[2, 4]")]
    [InlineData("s... -> slice(s, dim, start, length)", "2 3 4", "dim=1 start=1 length=2", "[2, 2, 4]")]
    [InlineData("s... -> slice(s, dim, start, length)", "2 3 4", "dim=1 start=-2 length=2", "[2, 2, 4]")]
    [InlineData("s... -> slice(s, dim, start, length)", "2 3 4", "dim=1 start=3 length=0", "[2, 0, 4]")]
    [InlineData("s... -> expand(s, size)", "1 3", "size=5,4,-1", "[5, 4, 3]")]
    [InlineData("s... -> broadcast(s, size)", "? 3", "size=4,3", "[4, 3]")]
    [InlineData("s... -> flatten(s, startDim, endDim)", "2 3 4 5", "startDim=1 endDim=-2", "[2, 12, 5]")]
    [InlineData("s... -> flatten(s, startDim, endDim)", "N 3 4", "startDim=1 endDim=-1", "[N, 12]")]
    [InlineData("s... -> flatten(s, 0, -1)", "()", "", "[1]")]
    [InlineData("s... -> unsqueeze(s, dim)", "2 3", "dim=-1", "[2, 3, 1]")]
    [InlineData("s... -> squeeze(s, dim)", "1 3 1", "dim=null", "[3]")]
    [InlineData("s... -> squeeze(s, dim)", "1 3 1", "dim=1", "[1, 3, 1]")]
    [InlineData("s... -> squeeze(s, dim)", "1 3 ?", "dim=-1", "[...]")]
    [InlineData("s... -> repeat(s, repeats)", "2 3", "repeats=4,1,2", "[4, 2, 6]")]
    [InlineData("s..., k -> resize(s, dim, k)", "2 3; 7", "dim=1", "[2, 7]")]
    [InlineData("n c, n -> loss(n, reduction)", "5 4; 5", "reduction=Mean", "[]")]
    [InlineData("b c r..., b r... -> loss(b r..., reduction)", "5 4 3; 5 3", "reduction=None", "[5, 3]")]
    [InlineData("a..., b... -> matmul(a, b)", "2 3; 3 4", "", "[2, 4]")]
    [InlineData("a..., b... -> matmul(a, b)", "3; 3", "", "[]")]
    [InlineData("a..., b... -> matmul(a, b)", "3; 7 3 4", "", "[7, 4]")]
    [InlineData("a..., b... -> matmul(a, b)", "7 2 3; 3", "", "[7, 2]")]
    [InlineData("a..., b... -> matmul(a, b)", "7 1 2 3; 5 3 4", "", "[7, 5, 2, 4]")]
    public void The_result_is_that_of_PyTorch(string text, string inputs, string arguments, string output)
    {
        var result = Evaluation.Run(text, inputs, arguments);

        Assert.Null(result.Mismatch);
        Assert.Equal(output, result.Outputs[0].ToString());
    }

    [Theory]
    [InlineData("s... -> reduce(s, dim, keepDim)", "4 3 2", "dim=3", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> reduce(s, dim, keepDim)", "4 3 2", "dim=0,0", nameof(MismatchKind.DuplicateDimension))]
    [InlineData("s... -> reduce(s, dim, keepDim)", "4 3 2", "dim=1,-2", nameof(MismatchKind.DuplicateDimension))]
    [InlineData("s...[] -> insert(s, dim, count)", "[3 3 | 3 3]", "dim=3", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s...[] -> insert(s, dim, count)", "[3 3 | 3 3]", "dim=-4", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s...[] -> insert(s, dim, count)", "[3 | 4]", "dim=0", nameof(MismatchKind.ListElement))]
    [InlineData("s...[] -> insert(s, dim, count)", "[3 | 3 1]", "dim=0", nameof(MismatchKind.ListElement))]
    [InlineData("s...[] -> insert(s, dim, count)", "[]", "dim=0", nameof(MismatchKind.EmptyList))]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 4 3]", "dim=1", nameof(MismatchKind.ListElement))]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 2 3 1]", "dim=0", nameof(MismatchKind.ListElement))]
    [InlineData("s...[] -> concat(s, dim)", "[() | ()]", "dim=0", nameof(MismatchKind.NoDimensions))]
    [InlineData("s...[] -> concat(s, dim)", "[2 3 | 2 3]", "dim=2", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s...[] -> concat(s, dim)", "[]", "dim=0", nameof(MismatchKind.EmptyList))]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=5,5", nameof(MismatchKind.ElementCount))]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=-1,7", nameof(MismatchKind.ElementCount))]
    [InlineData("s... -> reshape(s, shape)", "2 3 4", "shape=-1,-1", nameof(MismatchKind.InferredTwice))]
    [InlineData("s... -> permute(s, dims)", "2 3 4", "dims=0,1", nameof(MismatchKind.ArgumentLength))]
    [InlineData("s... -> permute(s, dims)", "2 3 4", "dims=0,0,1", nameof(MismatchKind.DuplicateDimension))]
    [InlineData("s... -> swap(s, dim0, dim1)", "2 3 4", "dim0=0 dim1=3", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> unsqueeze(s, dim)", "2 3 4", "dim=4", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> unsqueeze(s, dim)", "2 3 4", "dim=-5", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> remove(s, dim, index)", "2 3 4", "dim=0 index=2", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> slice(s, dim, start, length)", "2 3 4", "dim=1 start=2 length=2", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("s... -> expand(s, size)", "2 3", "size=4,3", nameof(MismatchKind.Broadcast))]
    [InlineData("s... -> expand(s, size)", "2 3", "size=3", nameof(MismatchKind.ArgumentLength))]
    [InlineData("s... -> flatten(s, startDim, endDim)", "2 3 4", "startDim=2 endDim=1", nameof(MismatchKind.ArgumentOutOfRange))]
    [InlineData("a..., b... -> matmul(a, b)", "6 2; 3 2", "", nameof(MismatchKind.Size))]
    [InlineData("a..., b... -> matmul(a, b)", "2 6 2; 3 2 2", "", nameof(MismatchKind.Broadcast))]
    [InlineData("a..., b... -> matmul(a, b)", "(); 3 2 2", "", nameof(MismatchKind.NoDimensions))]
    public void What_PyTorch_refuses_is_a_mismatch(string text, string inputs, string arguments, string kind)
    {
        Assert.Equal(kind, Evaluation.Run(text, inputs, arguments).Mismatch?.Kind.ToString());
    }
}
