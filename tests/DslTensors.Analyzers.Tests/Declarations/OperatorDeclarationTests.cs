using DslTensors.Analyzers.Declarations;
using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Declarations;

/// <summary>DSLT1003.</summary>
public class OperatorDeclarationTests
{
    [Fact]
    public Task A_gradient_of_no_input_is_marked() => Fires("GradOhter", "names no input", """
        [TensorOp("n, n -> n")]
        public static partial class Pair
        {
            static void Forward<T>(TensorView<T> input, TensorView<T> other, TensorView<T> result) where T : unmanaged { }
            static Tensor<T> GradInput<T>(Tensor<T> grad) where T : unmanaged => grad;
            static Tensor<T> GradOhter<T>(Tensor<T> grad) where T : unmanaged => grad;
        }
        """);

    [Fact]
    public Task A_gradient_argument_that_is_nothing_of_the_operator_is_marked() => Fires("rihgt", "neither 'grad' nor an input", """
        [TensorOp("n -> n")]
        public static partial class Same
        {
            static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }
            static Tensor<T> GradInput<T>(Tensor<T> grad, Tensor<T> rihgt) where T : unmanaged => grad;
        }
        """);

    [Fact]
    public Task Tensors_that_the_signature_does_not_have_are_marked() => Fires("Forward", "takes 2 input and 0 result tensors", """
        [TensorOp("n, n -> n", NonDifferentiable = true)]
        public static partial class Pair
        {
            static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }
        }
        """);

    [Fact]
    public Task An_operator_without_gradient_has_to_say_so() => Fires("Same", "NonDifferentiable = true", """
        [TensorOp("n -> n")]
        public static partial class Same
        {
            static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }
        }
        """);

    [Fact]
    public Task An_operator_without_a_body_is_marked() => Fires("Same", "'Forward' (a kernel)", """
        [TensorOp("n -> n")]
        public static partial class Same;
        """);

    [Fact]
    public Task A_class_that_is_not_partial_is_marked() => Fires("Same", "add 'partial'", """
        [TensorOp("n -> n", NonDifferentiable = true)]
        public static class Same
        {
            static void Forward<T>(TensorView<T> input, TensorView<T> result) where T : unmanaged { }
        }
        """);

    [Fact]
    public async Task Whole_declarations_and_unreadable_signatures_are_left_alone() => Assert.Empty(await DeclarationCheck.Run<OperatorDeclarationAnalyzer>("""
        [TensorOp("n m, m p -> n p")]
        public static partial class Product
        {
            static void Forward<T>(TensorView<T> left, TensorView<T> right, TensorView<T> result) where T : unmanaged { }
            static Tensor<T> GradLeft<T>(Tensor<T> grad, Tensor<T> right) where T : unmanaged => grad;
            static Tensor<T> GradRight<T>(Tensor<T> grad, Tensor<T> left, Shape rightShape) where T : unmanaged => grad;
        }

        [TensorOp("n => n")]
        public static partial class Unreadable;
        """));

    private static async Task Fires(string marked, string message, string source)
    {
        var found = Assert.Single(await DeclarationCheck.Run<OperatorDeclarationAnalyzer>(source));
        Assert.Equal(marked, found.Marked);
        Assert.Contains(message, found.Message);
    }
}
