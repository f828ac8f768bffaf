namespace DslTensors.Tests.Tensors;

/// <summary>Results that the user brings, and in-place forms.</summary>
public class DestinationTests
{
    private readonly Tensor<float> _a = Tensor.From([1f, 2, 3]);
    private readonly Tensor<float> _b = Tensor.From([10f, 20, 30]);

    [Fact]
    public void A_destination_of_the_right_size_is_reused()
    {
        var destination = Tensor.Zeros(3);
        var memory = destination.AsView().Array;
        Assert.Same(destination, Tensor.Add(_a, _b, destination: destination));
        Assert.Same(memory, destination.AsView().Array);
        Assert.Equal([11, 22, 33], destination.ToArray());
        Assert.Equal(1, destination.Version);
    }

    [Fact]
    public void An_empty_destination_is_resized()
    {
        var destination = Tensor.Zeros(0);
        Tensor.Mm(_a.Reshape(1, 3), _b.Reshape(3, 1), destination: destination);
        Assert.Equal([1, 1], destination.Shape.ToArray());
        Assert.Equal(140, destination.Item());
    }

    [Fact]
    public void A_destination_of_another_size_is_an_error()
    {
        var error = Assert.Throws<ShapeException>(() => Tensor.Exp(_a, destination: Tensor.Zeros(4)));
        Assert.Equal("exp: 'destination' has shape [4], but the result has shape [3]. Give a tensor of that shape, or an empty one, which is resized.", error.Message);
        Assert.Throws<ShapeException>(() => Tensor.Sum(_a, destination: Tensor.Zeros(3)));
        Assert.Throws<ShapeException>(() => Tensor.Mean(_a, destination: Tensor.Zeros(3)));
    }

    [Fact]
    public void A_destination_may_be_a_view_of_any_strides()
    {
        var matrix = Tensor.Zeros(3, 2);
        Tensor.Add(_a, _b, destination: matrix[.., 1]);
        Assert.Equal([0, 11, 0, 22, 0, 33], matrix.ToArray());
        Assert.Equal(1, matrix.Version);
    }

    [Fact]
    public void A_destination_may_be_an_input_or_overlap_one()
    {
        Tensor.Add(_a, _b, destination: _a);
        Assert.Equal([11, 22, 33], _a.ToArray());
        var x = Tensor.From([1f, 2, 3, 4]);
        Tensor.Mul(x[..3], x[..3], destination: x[1..]);
        Assert.Equal([1, 1, 4, 9], x.ToArray());
        var square = Tensor.From([1f, 2, 3, 4], 2, 2);
        Tensor.Mm(square, square, destination: square);
        Assert.Equal([7, 10, 15, 22], square.ToArray());
        var turned = Tensor.From([1f, 2, 3, 4], 2, 2);
        Tensor.Add(turned, turned.Transpose(0, 1), destination: turned.Transpose(0, 1));
        Assert.Equal([2, 5, 5, 8], turned.ToArray());
    }

    [Fact]
    public void Gradients_and_destinations_exclude_each_other()
    {
        _a.RequiresGrad = true;
        foreach (var call in new Action[]
        {
            () => Tensor.Exp(_a, destination: Tensor.Zeros(3)),
            () => Tensor.Exp(_b, destination: _a),
            () => Tensor.Sum(_a, destination: Tensor.Zeros(0)),
            () => Tensor.Mean(_a, destination: Tensor.Zeros(0)),
        })
        {
            Assert.Contains("(): functions with out=... arguments don't support automatic differentiation, but one of the arguments requires grad.", Assert.Throws<AutogradException>(call).Message);
        }

        using (Autograd.NoGrad())
            Assert.Equal([10, 20, 30], Tensor.Add(_b, 0 * _a, destination: Tensor.Zeros(3)).ToArray());
    }

    [Fact]
    public void A_write_to_a_saved_destination_is_noticed()
    {
        var (x, w) = (Tensor.From([1f, 2, 3]), Tensor.From([1f, 1, 1]));
        x.RequiresGrad = true;
        var y = (x * w).Sum();
        Tensor.Exp(_b, destination: w);
        Assert.StartsWith("one of the variables needed for gradient computation has been modified by an inplace operation: [FloatTensor [3]] is at version 1; expected version 0 instead.", Assert.Throws<AutogradException>(() => y.Backward()).Message);
    }

    [Fact]
    public void A_repeated_destination_is_an_error() => Assert.StartsWith(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory location.",
        Assert.Throws<TensorException>(() => Tensor.Add(_a, _b, destination: Tensor.Zeros(1).Expand(3))).Message);

    [Fact]
    public void In_place_forms_return_their_tensor()
    {
        Assert.Same(_a, _a.AddInPlace(_b));
        Assert.Equal([11, 22, 33], _a.ToArray());
        Assert.Equal([22, 44, 66], _a.MulInPlace(2).ToArray());
        Assert.Equal([0, 0, 0], _a.SubInPlace(_a).ToArray());
        Assert.Equal(3, _a.Version);
        Assert.False(_a.RequiresGrad);
        Assert.Null(_a.GradFn);
    }

    [Fact]
    public void In_place_operands_may_overlap_their_tensor()
    {
        var square = Tensor.From([1f, 2, 3, 4], 2, 2);
        square.AddInPlace(square.Transpose(0, 1));
        Assert.Equal([2, 5, 5, 8], square.ToArray());
        var x = Tensor.From([1f, 2, 3, 4]);
        x[1..].MulInPlace(x[..3]);
        Assert.Equal([1, 2, 6, 12], x.ToArray());
        x.MulInPlace(x[1]);
        Assert.Equal([2, 4, 12, 24], x.ToArray());
    }
}
