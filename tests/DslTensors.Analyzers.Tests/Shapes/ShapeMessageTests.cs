using DslTensors.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>DSLT2001's words: PyTorch's sentence, both shapes in the user's words, the lines, the fix.</summary>
public class ShapeMessageTests
{
    [Fact]
    public Task Both_shapes_and_their_lines_are_named() => FlowTest.File(
        """
        using DslTensors;

        class C
        {
            void M()
            {
                var c = Tensor.Rand(10, 2, 5);
                var d = Tensor.Rand(10, 4, 2);
                Tensor.Bmm(c, d);
            }
        }
        """,
        new DiagnosticResult("DSLT2001", DiagnosticSeverity.Error)
            .WithSpan(9, 9, 9, 25)
            .WithSpan(8, 17, 8, 38)
            .WithSpan(7, 17, 7, 38)
            .WithMessage(
                "Expected size for first two dimensions of batch2 tensor to be: [10, 5] but got: [10, 4]. "
                + "bmm: dimension m is 5 in 'c' [10, 2, 5] (line 7) but 4 in 'd' [10, 4, 2] (line 8). Make the two sizes equal"));

    [Theory]
    [InlineData(
        "DSLT2001",
        "Tensor.Bmm(Tensor.Rand(6, 2), Tensor.Rand(6, 2, 3))",
        "batch1 must be a 3D tensor. bmm: 'Tensor.Rand(6, 2)' [6, 2] has 2 dimensions, but 'b n m' needs 3. Reshape 'Tensor.Rand(6, 2)' to 3 dimensions")]
    [InlineData(
        "DSLT2001",
        "Tensor.Bmm(Tensor.Rand(2, 3), Tensor.Rand(1, 3, 3))",
        "batch1 must be a 3D tensor. bmm: 'Tensor.Rand(2, 3)' [2, 3] has 2 dimensions, but 'b n m' needs 3. Add the missing dimension: Tensor.Rand(2, 3).Unsqueeze(0)")]
    [InlineData(
        "DSLT2001",
        "Tensor.Mm(Tensor.Rand(6, 2), Tensor.Rand(4, 2))",
        "mat1 and mat2 shapes cannot be multiplied (6x2 and 4x2). mm: dimension m is 2 in 'Tensor.Rand(6, 2)' [6, 2] but 4 in 'Tensor.Rand(4, 2)' [4, 2]. It would fit transposed: Tensor.Rand(4, 2).Transpose(0, 1)")]
    [InlineData(
        "DSLT2005",
        "Tensor.Rand(2, 3).Sum(2)",
        "Dimension out of range (expected to be in range of [-2, 1], but got 2). sum: the argument 'dim' is 2, but has to lie between -2 and 1 for 'Tensor.Rand(2, 3)' [2, 3]. The last dimension is 1")]
    [InlineData(
        "DSLT2002",
        "Tensor.Stack([Tensor.Rand(2, 3), Tensor.Rand(3, 2)], 1)",
        "stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [3, 2] at entry 1. stack: 'Tensor.Rand(2, 3)' [2, 3] and 'Tensor.Rand(3, 2)' [3, 2] do not fit together: the sizes of dimension 0 differ. It would fit transposed: Tensor.Rand(3, 2).Transpose(0, 1)")]
    [InlineData(
        "DSLT2002",
        "Tensor.Cat([Tensor.Rand(2, 3), Tensor.Rand(4, 3)], 1)",
        "Sizes of tensors must match except in dimension 1. Expected size 2 but got size 4 for tensor number 1 in the list. cat: 'Tensor.Rand(2, 3)' [2, 3] and 'Tensor.Rand(4, 3)' [4, 3] do not fit together: the sizes of dimension 0 differ. Make the sizes equal")]
    [InlineData(
        "DSLT2004",
        "Tensor.Rand(2, 3, 4).Reshape(5, 5)",
        "shape '[5, 5]' is invalid for input of size 24. reshape: 'Tensor.Rand(2, 3, 4)' [2, 3, 4] has 24 elements, which do not fill the sizes of 'shape' (25). Change 'shape'")]
    [InlineData(
        "DSLT2001",
        "Tensor.Eye(-1, 2)",
        "n must be greater or equal to 0, got -1. eye: the size 'n' would be -1. Change 'n'")]
    [InlineData(
        "DSLT2005",
        "Tensor.Rand(2, 3, 4).Narrow(1, 2, 2)",
        "start (2) + length (2) exceeds dimension size (3). narrow: the argument 'length' is 2, but has to lie between 0 and 1 for 'Tensor.Rand(2, 3, 4)' [2, 3, 4]. Change 'length'")]
    public Task The_text_of_PyTorch_comes_first(string id, string call, string message)
    {
        var source = $"using DslTensors;\n\nclass C\n{{\n    void M() => {call};\n}}\n";
        return FlowTest.File(source, new DiagnosticResult(id, DiagnosticSeverity.Error)
            .WithSpan(5, 17, 5, 17 + call.Length)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage(message));
    }

    [Fact]
    public Task A_user_s_operator_is_explained_from_its_signature() => FlowTest.File(
        """
        using DslTensors;

        static class Mine
        {
            extension(Tensor)
            {
                [OperatorSignature("rotate", "n 3, 3 3 -> n 3")]
                public static Tensor<float> Rotate(Tensor<float> points, Tensor<float> rotation) => points;
            }

            static void M(Tensor<float> rotation) => Tensor.Rotate(Tensor.Rand(7, 2), rotation);
        }
        """,
        new DiagnosticResult("DSLT2001", DiagnosticSeverity.Error)
            .WithSpan(11, 46, 11, 88)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithMessage("rotate: dimension 1 of 'Tensor.Rand(7, 2)' [7, 2] is 2, but 'n 3' needs 3. Make the two sizes equal"));
}
