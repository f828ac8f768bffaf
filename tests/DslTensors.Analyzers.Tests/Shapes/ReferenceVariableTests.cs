using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary><c>ref</c> locals are other names of a variable, and <c>ref</c> parameters that are only read leave it as it is.</summary>
public class ReferenceVariableTests
{
    [Fact]
    public Task A_ref_local_is_its_variable() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        ref var alias = ref x;
        {|DSLT2005:alias.Sum(2)|};
        alias = Tensor.Rand(2, 3, 4);
        x.Sum(2);
        {|DSLT2005:x.Sum(3)|};
        x = Tensor.Rand(2);
        {|DSLT2005:alias.Sum(1)|};
        """);

    [Fact]
    public Task A_ref_local_of_several_variables_says_nothing() => FlowTest.Statements("""
        var x = Tensor.Rand(2, 3);
        var y = Tensor.Rand(2, 3, 4);
        ref var alias = ref x;
        alias = ref y;
        alias.Sum(2);
        alias = Tensor.Rand(1);
        x.Sum(2);
        y.Sum(2);
        """);

    [Fact]
    public Task A_ref_parameter_that_is_only_read_keeps_the_variable() => FlowTest.Members("""
        static void Look(ref Tensor<float> x) => Console.WriteLine(x);

        static void Change(ref Tensor<float> x) => x = Tensor.Rand(1);

        static void Hand(ref Tensor<float> x) => Change(ref x);

        void M()
        {
            var x = Tensor.Rand(2, 3);
            Look(ref x);
            {|DSLT2005:x.Sum(2)|};
            Hand(ref x);
            x.Sum(2);
        }
        """);
}
