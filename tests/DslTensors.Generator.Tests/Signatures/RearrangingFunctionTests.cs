using DslTensors.Generator.Signatures;

namespace DslTensors.Generator.Tests.Signatures;

/// <summary>The shape functions of operators that pad, cut, move and stack.</summary>
public class RearrangingFunctionTests
{
    [Theory]
    [InlineData("s... -> pad(s, pad)", "2 3", "pad=1,2", "[2, 6]")]
    [InlineData("s... -> pad(s, pad)", "2 3", "pad=-1,0,5,N", "[N + 7, 2]")]
    [InlineData("s... -> pad(s, pad)", "N 3", "pad=0,0,0,0", "[N, 3]")]
    [InlineData("s... -> pad(s, pad)", "2 3", "", "[...]")]
    [InlineData("s... -> tile(s, dims)", "2 3", "dims=2", "[2, 6]")]
    [InlineData("s... -> tile(s, dims)", "2 N", "dims=4,3,1", "[4, 6, N]")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "2 3 4", "offset=1 dim1=-2 dim2=-1", "[2, 3]")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "2 3", "offset=-1 dim1=0 dim2=1", "[1]")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "2 3", "offset=9 dim1=0 dim2=1", "[0]")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "N 3", "offset=0 dim1=0 dim2=1", "[?]")]
    [InlineData("s... -> move(s, source, destination)", "2 3 4", "source=0 destination=-1", "[3, 4, 2]")]
    [InlineData("s... -> move(s, source, destination)", "2 3 4", "source=0,1 destination=2,0", "[3, 4, 2]")]
    [InlineData("s... -> move(s, source, destination)", "2 3 4", "source=? destination=0", "[?, ?, ?]")]
    [InlineData("s... -> interleave(s, repeats, dim)", "2 3", "repeats=2 dim=1", "[2, 6]")]
    [InlineData("s... -> interleave(s, repeats, dim)", "2 3", "repeats=2 dim=null", "[12]")]
    [InlineData("s... -> interleave(s, repeats, dim)", "N 3", "repeats=1 dim=0", "[N, 3]")]
    [InlineData("s... -> interleave(s, repeats, dim)", "2 3", "repeats=2 dim=?", "[?, ?]")]
    [InlineData("s... -> unflatten(s, dim, sizes)", "2 12", "dim=1 sizes=3,-1", "[2, 3, 4]")]
    [InlineData("s... -> unflatten(s, dim, sizes)", "N 4", "dim=0 sizes=2,-1", "[2, (N / 2), 4]")]
    [InlineData("s... -> part(s, sizes, dim)[]", "6 4", "sizes=3 dim=0", "[3, 4]")]
    [InlineData("s... -> part(s, sizes, dim)[]", "7 4", "sizes=3 dim=0", "[?, 4]")]
    [InlineData("s... -> part(s, sizes, dim)[]", "7 4", "sizes=2,2 dim=-1", "[7, 2]")]
    [InlineData("s... -> chunk(s, chunks, dim)[]", "6 4", "chunks=3 dim=0", "[2, 4]")]
    [InlineData("s... -> chunk(s, chunks, dim)[]", "7 4", "chunks=3 dim=0", "[?, 4]")]
    [InlineData("s...[] -> hstack(s)", "[2 3 | 2 4]", "", "[2, 7]")]
    [InlineData("s...[] -> hstack(s)", "[3 | 4]", "", "[7]")]
    [InlineData("s...[] -> vstack(s)", "[3 | 2 3]", "", "[3, 3]")]
    [InlineData("s...[] -> dstack(s)", "[3 | 3]", "", "[1, 3, 2]")]
    [InlineData("s...[] -> dstack(s)", "[2 3 | 2 3 4]", "", "[2, 3, 5]")]
    [InlineData("s...[] -> vstack(s)", "[3 | unknown]", "", "[...]")]
    public void The_result_is_that_of_PyTorch(string text, string inputs, string arguments, string output)
    {
        var result = Evaluation.Run(text, inputs, arguments);

        Assert.Null(result.Mismatch);
        Assert.Equal(output, result.Outputs[0].ToString());
    }

    [Theory]
    [InlineData("s... -> pad(s, pad)", "2 3", "pad=1,1,1", "ArgumentLength")]
    [InlineData("s... -> pad(s, pad)", "3", "pad=1,1,1,1", "ArgumentLength")]
    [InlineData("s... -> pad(s, pad)", "2 3", "pad=-2,-2", "NegativeSize")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "2 3", "offset=0 dim1=1 dim2=-1", "DuplicateDimension")]
    [InlineData("s... -> diagonal(s, offset, dim1, dim2)", "2 3", "offset=0 dim1=0 dim2=2", "ArgumentOutOfRange")]
    [InlineData("s... -> move(s, source, destination)", "2 3", "source=0,0 destination=0,1", "DuplicateDimension")]
    [InlineData("s... -> move(s, source, destination)", "2 3", "source=0,1 destination=0", "ArgumentLength")]
    [InlineData("s... -> move(s, source, destination)", "2 3", "source=2 destination=0", "ArgumentOutOfRange")]
    [InlineData("s... -> interleave(s, repeats, dim)", "2 3", "repeats=-1 dim=0", "NegativeSize")]
    [InlineData("s... -> unflatten(s, dim, sizes)", "2 12", "dim=1 sizes=5,-1", "ElementCount")]
    [InlineData("s... -> unflatten(s, dim, sizes)", "2 12", "dim=1 sizes=-1,-1", "InferredTwice")]
    [InlineData("s... -> part(s, sizes, dim)[]", "()", "sizes=1 dim=0", "NoDimensions")]
    [InlineData("s... -> chunk(s, chunks, dim)[]", "2 3", "chunks=1 dim=2", "ArgumentOutOfRange")]
    [InlineData("s...[] -> hstack(s)", "[2 3 | 3 3]", "", "ListElement")]
    [InlineData("s...[] -> vstack(s)", "[2 3 | 4]", "", "ListElement")]
    public void What_must_fail_is_found(string text, string inputs, string arguments, string kind) =>
        Assert.Equal(kind, Evaluation.Run(text, inputs, arguments).Mismatch?.Kind.ToString());
}
