using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>DSLT2001 on single calls: each operator form, firing and silent.</summary>
public class ShapeMismatchTests
{
    [Theory]
    [InlineData("{|DSLT2001:Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 4, 2))|};")]
    [InlineData("{|DSLT2001:Tensor.Bmm(Tensor.Rand(6, 2), unknown)|};")]
    [InlineData("{|DSLT2001:Tensor.Rand(10, 2, 5).Bmm(Tensor.Rand(9, 5, 2))|};")]
    [InlineData("{|DSLT2001:TensorStatics.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 4, 2))|};")]
    [InlineData("{|DSLT2001:Tensor.Rand(2, 3).ClassicMm(Tensor.Rand(2, 3))|};")]
    [InlineData("{|DSLT2001:Tensor.Bmm(mat2: Tensor.Rand(10, 4, 2), input: Tensor.Rand(10, 2, 5))|};")]
    [InlineData("var x = {|DSLT2003:Tensor.Rand(3, 4) + Tensor.Rand(3)|};")]
    [InlineData("var x = {|DSLT2003:-Tensor.Rand(2, 3) * Tensor.Rand(3, 2)|};")]
    [InlineData("var x = Tensor.Rand(3, 4); {|DSLT2003:x += Tensor.Rand(3)|};")]
    [InlineData("{|DSLT2001:Tensor.Matmul(Tensor.Rand(6, 2), Tensor.Rand(3, 2))|};")]
    [InlineData("{|DSLT2001:Tensor.Linear(Tensor.Rand(6, 2), Tensor.Rand(2, 3))|};")]
    [InlineData("{|DSLT2001:Tensor.Linear(Tensor.Rand(6, 2), Tensor.Rand(4, 2), Tensor.Rand(5))|};")]
    [InlineData("{|DSLT2002:Tensor.Stack([Tensor.Rand(3), Tensor.Rand(4)])|};")]
    [InlineData("{|DSLT2005:Tensor.Stack([Tensor.Rand(3, 3), Tensor.Rand(3, 3)], dim: 3)|};")]
    [InlineData("{|DSLT2002:Tensor.Cat([Tensor.Rand(2, 3), Tensor.Rand(4, 3)], 1)|};")]
    [InlineData("{|DSLT2002:Tensor.Cat(new[] { Tensor.Rand(2, 3), Tensor.Rand(2, 3, 1) })|};")]
    [InlineData("{|DSLT2005:Tensor.Sum(Tensor.Rand(4, 3, 2), 3)|};")]
    [InlineData("{|DSLT2005:Tensor.Rand(4, 3, 2).Sum(dim: -4)|};")]
    [InlineData("{|DSLT2004:Tensor.Rand(2, 3, 4).Reshape(5, 5)|};")]
    [InlineData("{|DSLT2004:Tensor.Rand(2, 3, 4).Reshape([-1, 7])|};")]
    [InlineData("{|DSLT2006:Tensor.Rand(2, 3, 4).Permute(0, 0, 1)|};")]
    [InlineData("{|DSLT2005:Tensor.Rand(2, 3, 4).Narrow(1, 2, 2)|};")]
    [InlineData("{|DSLT2005:Tensor.Rand(2, 3, 4).Select(0, 2)|};")]
    [InlineData("{|DSLT2003:Tensor.Rand(2, 3).Expand(4, 3)|};")]
    [InlineData("{|DSLT2001:Tensor.Eye(-1, 3)|};")]
    [InlineData("{|DSLT2012:Tensor.MseLoss(Tensor.Rand(2, 3), Tensor.Rand(3, 2))|};")]
    [InlineData("{|DSLT2001:Tensor.Conv2d(Tensor.Rand(2, 4, 7, 6), Tensor.Rand(6, 3, 3, 3))|};")]
    [InlineData("{|DSLT2001:Tensor.Conv2d(Tensor.Rand(2, 4, 2, 2), Tensor.Rand(6, 4, 5, 5))|};")]
    [InlineData("{|DSLT2001:Tensor.Bmm(Tensor.Full([2, 3, 4], 1.0), Tensor.Full(new[] { 2, 3, 4 }, 2.0))|};")]
    public Task Calls_that_must_throw(string statement) => FlowTest.Statements(statement);

    [Theory]
    [InlineData("Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 5, 2));")]
    [InlineData("Tensor.Bmm(Tensor.Rand(10, 2, n), Tensor.Rand(10, 5, 2));")]
    [InlineData("Tensor.Bmm(unknown, Tensor.Rand(10, 5, 2));")]
    [InlineData("Tensor.Rand(10, 2, 5).Bmm(unknown);")]
    [InlineData("Tensor.Rand(2, 3).ClassicMm(Tensor.Rand(3, 2));")]
    [InlineData("Tensor.Bmm(mat2: Tensor.Rand(10, 5, 2), input: Tensor.Rand(10, 2, 5));")]
    [InlineData("var x = Tensor.Rand(3, 4) + Tensor.Rand(4); x = x + 1.0; x += Tensor.Rand(1, 1);")]
    [InlineData("Tensor.Matmul(Tensor.Rand(6, 2), Tensor.Rand(2));")]
    [InlineData("Tensor.Linear(Tensor.Rand(7, 6, 2), Tensor.Rand(4, 2), Tensor.Rand(4));")]
    [InlineData("Tensor.Linear(Tensor.Rand(7, 6, 2), Tensor.Rand(4, 2), null);")]
    [InlineData("Tensor.Stack([Tensor.Rand(3), Tensor.Rand(3)], dim: 1);")]
    [InlineData("Tensor.Stack(new Tensor<float>[n], dim: 1);")]
    [InlineData("Tensor.Cat([Tensor.Rand(2, 3), Tensor.Rand(4, 3)]);")]
    [InlineData("Tensor.Cat(Enumerable.Repeat(Tensor.Rand(2, 3), 4));")]
    [InlineData("Tensor.Sum(Tensor.Rand(4, 3, 2), n);")]
    [InlineData("Tensor.Rand(4, 3, 2).Sum(dim: -3, keepDim: flag);")]
    [InlineData("Tensor.Rand(2, 3, 4).Reshape(6, -1);")]
    [InlineData("Tensor.Rand(2, 3, 4).Reshape(n, 7);")]
    [InlineData("Tensor.Rand(2, 3, 4).Permute(2, 0, 1);")]
    [InlineData("Tensor.Rand(2, 3, 4).Narrow(1, 1, 2);")]
    [InlineData("Tensor.Rand(2, 1).Expand(-1, 7);")]
    [InlineData("Tensor.Eye(3, 4);")]
    [InlineData("Tensor.MseLoss(Tensor.Rand(2, 3), Tensor.Rand(2, 3), Reduction.None);")]
    [InlineData("Tensor.Conv2d(Tensor.Rand(2, 4, 7, 6), Tensor.Rand(6, 2, 3, 3), groups: 2);")]
    [InlineData("Tensor.Rand();")]
    public Task Calls_that_may_work(string statement) => FlowTest.Statements(statement);

    [Fact]
    public Task Results_carry_their_shape_on() => FlowTest.Statements("""
        var x = Tensor.Bmm(Tensor.Rand(10, 2, 5), Tensor.Rand(10, 5, 3));
        {|DSLT2001:Tensor.Mm(x, Tensor.Rand(3, 3))|};
        var y = x.Sum(0).Relu();
        Tensor.Mm(y, Tensor.Rand(3, 4));
        {|DSLT2001:Tensor.Mm(y, Tensor.Rand(2, 4))|};
        var loss = Tensor.MseLoss(y, y);
        {|DSLT2005:loss.Sum(1)|};
        var each = Tensor.MseLoss(y, y, Reduction.None);
        each.Sum(1);
        var image = Tensor.Conv2d(Tensor.Rand(2, 4, 9, 9), Tensor.Rand(6, 4, 3, 3), stride: 2, padding: 1);
        image.Reshape(2, 6, 25);
        {|DSLT2004:image.Reshape(2, 6, 26)|};
        """);

    [Fact]
    public Task Several_results_come_as_a_tuple() => FlowTest.Statements("""
        var pair = Tensor.Max(Tensor.Rand(4, 3), 1);
        {|DSLT2004:pair.Values.Reshape(5)|};
        pair.Item2.Reshape(4);
        {|DSLT2004:pair.Item2.Reshape(5)|};
        var (values, indices) = Tensor.Max(Tensor.Rand(4, 3), 0);
        values.Reshape(3);
        {|DSLT2004:indices.Reshape(4)|};
        """);

    [Fact]
    public Task Stated_shapes_are_believed() => FlowTest.Members("""
            [Buffer(64)] Tensor<float> Scale { get; } = new();
            [Shape("b 10")] readonly Tensor<float> _table = new();

            [return: Shape("b 10")]
            Tensor<float> Forward([Shape("b 64")] Tensor<float> x)
            {
                {|DSLT2001:Tensor.Mm(x, Tensor.Rand(32, 10))|};
                var y = x * Scale;
                ({|DSLT2003:y + Tensor.Rand(63)|}).Relu();
                {|DSLT2005:_table.Sum(2)|};
                return Tensor.Mm(y, Tensor.Rand(64, 10));
            }

            void Use()
            {
                var y = Forward(Tensor.Rand(7, 64));
                y.Reshape(70);
                {|DSLT2004:y.Reshape(71)|};
            }
        """);

    [Fact]
    public Task Field_initializers_and_expression_bodies_are_seen() => FlowTest.Members("""
            Tensor<float> _a = {|DSLT2001:Tensor.Mm(Tensor.Rand(2, 3), Tensor.Rand(2, 3))|};
            Tensor<float> B => {|DSLT2001:Tensor.Mm(Tensor.Rand(2, 3), Tensor.Rand(2, 3))|};
            Tensor<float> D { get; } = {|DSLT2001:Tensor.Mm(Tensor.Rand(2, 3), Tensor.Rand(2, 3))|};
        """);
}
