using DslTensors.Analyzers.Tests.Verification;

namespace DslTensors.Analyzers.Tests.Shapes;

/// <summary>DSLT2001 against the library itself, as its users have it.</summary>
public class LibraryShapeTests
{
    [Fact]
    public Task Operators_methods_and_creation_are_known() => FlowTest.Library("""
        var c = Tensor.Rand(10, 2, 5);
        var d = Tensor.Rand(10, 4, 2);
        {|DSLT2001:Tensor.Bmm(c, d)|};
        {|DSLT2001:c.Bmm(d)|};
        var e = c.Bmm(d.Transpose(1, 2).Reshape(10, -1, 1).Reshape(10, 2, 4).Transpose(1, 2).Reshape([10, 8]).Reshape(10, 8, 1).Expand(10, 8, 5).Transpose(1, 2).Relu());
        {|DSLT2005:e.Sum(3)|};
        e.Sum([0, -1]);
        {|DSLT2006:e.Sum([0, -3])|};
        e.Sum().Reshape(1);
        e.Mean(dim: 1, keepDim: true).Reshape(10, 1, 8);
        Tensor.Rand<double>(3, 4).Sum(0).Reshape(4);
        """);

    [Fact]
    public Task Symbols_and_numbers_are_known() => FlowTest.Library("""
        var x = Tensor.Ones(3, 4);
        var y = {|DSLT2003:x + Tensor.Ones(3)|};
        y = x * 2 + 0.5 - x / Tensor.Ones(4);
        {|DSLT2005:y.Sum(2)|};
        y += Tensor.Ones(3, 1);
        {|DSLT2003:y += Tensor.Ones(5)|};
        y = -(1 - x);
        {|DSLT2005:y.Sum(2)|};
        var mask = {|DSLT2003:x > Tensor.Ones(3)|};
        x.Add(1).Reshape(12);
        x.AddInPlace(Tensor.Ones(4));
        {|DSLT2005:x.Sum(2)|};
        Tensor<float> list = [1f, 2f, 3f];
        {|DSLT2005:list.Sum(1)|};
        {|DSLT2003:Tensor.Where(x > 0, x, Tensor.Ones(3))|};
        Tensor.Where(x > 0, x, 0);
        """);

    [Fact]
    public Task Losses_and_linear_maps_are_known() => FlowTest.Library("""
        var weight = Tensor.Randn(10, 64);
        var scores = Tensor.Linear(Tensor.Rand(32, 64), weight, Tensor.Zeros(10));
        {|DSLT2001:Tensor.Linear(Tensor.Rand(32, 63), weight)|};
        {|DSLT2001:Tensor.Linear(Tensor.Rand(32, 64), weight, Tensor.Zeros(9))|};
        var loss = Tensor.CrossEntropy(scores, Tensor.Zeros<long>(32));
        {|DSLT2005:loss.Sum(1)|};
        Tensor.CrossEntropy(scores, Tensor.Zeros<long>(32), reduction: Reduction.None).Reshape(32);
        {|DSLT2005:scores.Softmax(1).Argmax(2)|};
        {|DSLT2001:Tensor.Zeros(2, -3)|};
        """);

    [Fact]
    public Task Windows_are_known() => FlowTest.Library("""
        var x = Tensor.Rand(2, 4, 7, 6);
        var y = x.Conv2d(Tensor.Rand(6, 2, 3, 3), stride: (2, 1), padding: [1, 0], groups: 2);
        y.Reshape(2, 6, 4, 4);
        {|DSLT2004:y.Reshape(7)|};
        {|DSLT2001:x.Conv2d(Tensor.Rand(6, 4, 3, 3), groups: 2)|};
        {|DSLT2001:x.Conv2d(Tensor.Rand(6, 4, 3, 3), stride: (1, 2, 3))|};
        {|DSLT2001:x.Conv2d(Tensor.Rand(6, 4, 3, 3), padding: "full")|};
        {|DSLT2004:x.Conv2d(Tensor.Rand(6, 4, 3, 3), padding: "same").Reshape(7)|};
        {|DSLT2004:Tensor.Rand(4, 7, 6).Conv2d(Tensor.Rand(6, 4, 7, 7), padding: (0, 1)).Reshape(7)|};
        {|DSLT2001:x.Conv2d(Tensor.Rand(6, 4, 8, 3))|};
        {|DSLT2004:x.ConvTranspose2d(Tensor.Rand(4, 3, 2, 2), stride: 2, groups: 2).Reshape(7)|};
        x.ConvTranspose2d(Tensor.Rand(4, 3, 2, 2), stride: 2, groups: 2).Reshape(2, 6, 14, 12);
        {|DSLT2004:x.MaxPool2d(2, ceilMode: true).Reshape(7)|};
        x.MaxPool2d(2, ceilMode: true).Reshape(2, 4, 4, 3);
        {|DSLT2001:x.MaxPool2d(8)|};
        var (values, indices) = x.MaxPool2dWithIndices(3, stride: 2);
        {|DSLT2004:indices.Reshape(7)|};
        values.AdaptiveAvgPool2d((null, 5)).Reshape(2, 4, 3, 5);
        {|DSLT2004:values.AdaptiveAvgPool2d(1).Reshape(7)|};
        {|DSLT2001:Tensor.Rand(4).AvgPool1d(2)|};
        """);

    [Fact]
    public Task A_result_in_a_destination_is_not_followed() => FlowTest.Library("""
        var empty = Tensor.Zeros(0);
        Tensor.Add(Tensor.Ones(2, 3), Tensor.Ones(3), destination: empty);
        empty.Sum(1);
        """);
}
