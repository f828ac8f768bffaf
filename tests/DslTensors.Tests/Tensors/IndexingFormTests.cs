using System.Numerics;

namespace DslTensors.Tests.Tensors;

/// <summary>What C# can write between the brackets, and to the right of the equals sign.</summary>
public class IndexingFormTests
{
    private readonly Tensor<float> _x = Tensor.Arange<float>(12).Reshape(3, 4);

    [Fact]
    public void Masks_and_lists_read_as_in_Python()
    {
        Assert.Equal([9, 10, 11], _x[_x > 8].ToArray());
        Assert.Equal([8, 9, 10, 11, 0, 1, 2, 3], _x[[2, 0]].ToArray());
        Assert.Equal([8, 1], _x[[2, 0], [0, 1]].ToArray());
        Assert.Equal([2, 10], _x[TensorIndex.Slice(step: 2), 2].ToArray());
        Assert.Equal([1, 3], _x[0, TensorIndex.Slice(1, null, 2)].ToArray());
        Assert.Equal([3, 1, 4], _x[.., null].Shape);
        Assert.Equal([1, 3, 4], _x[null].Shape);
        Assert.Equal([3, 4, 1], _x[TensorIndex.Ellipsis, TensorIndex.NewAxis].Shape);
        Assert.Equal([4, 8], _x[Tensor.From([1, 2]), 0].ToArray());
        int[] rows = [1, 1];
        Assert.Equal([2, 4], _x[rows].Shape);
    }

    [Fact]
    public void A_mask_of_two_dimensions_may_stand_before_others()
    {
        var x = Tensor.Arange(24).Reshape(2, 3, 4);
        var mask = Tensor.From([true, false, true, false, true, true], 2, 3);
        Assert.Equal([1, 9, 17, 21], x[mask, 1].ToArray());
        Assert.Equal([4, 2], x[mask, ..2].Shape);
        Assert.Equal([4, 1, 4], x[mask, null].Shape);
    }

    [Fact]
    public void Numbers_are_written_as_they_stand()
    {
        _x[_x > 8] = 0;
        _x[[0, 1], [0, 1]] = -1.5;
        _x[2, 3] = 7L;
        _x[^1, ..2] += 100;
        Assert.Equal([-1.5f, 1, 2, 3, 4, -1.5f, 6, 7, 108, 100, 0, 7], _x.ToArray());
        Assert.Equal(4, _x.Version);
    }

    [Fact]
    public void Numbers_are_written_into_every_type()
    {
        Writes<float>();
        Writes<double>();
        Writes<Half>();
        Writes<BFloat16>();
        Writes<long>();
        Writes<int>();
        Writes<short>();
        Writes<sbyte>();
        Writes<byte>();
        var flags = Tensor.Zeros<bool>(3);
        flags[[0, 2]] = true;
        Assert.Equal([true, false, true], flags.ToArray());
    }

    [Fact]
    public void A_fraction_does_not_fit_integers() =>
        Assert.StartsWith("result type Float can't be cast", Assert.Throws<TensorException>(() => Tensor.Arange(3)[Tensor.From([true, false, true])] = 0.5).Message);

    [Fact]
    public void A_scalar_is_preferred_to_a_tensor()
    {
        Assert.Equal([5, 7], (Tensor.From([2f, 3]) * 2 + 1).ToArray());
        Assert.Equal([0, 3], Tensor.Where(Tensor.From([true, false]), 0, Tensor.From([2f, 3])).ToArray());
        Assert.Equal([2, 2.5f], Tensor.From([2f, 3]).Clamp(max: 2.5).ToArray());
        Assert.Equal([2.5f, 3], Tensor.From([2f, 3]).Clamp(Tensor.From([2.5f])).ToArray());
    }

    [Fact]
    public void Places_written_twice_keep_the_last_value()
    {
        _x[[0, 0]] = Tensor.From([1f, 2], 2, 1);
        Assert.Equal([2, 2, 2, 2], _x[0].ToArray());
        var sum = Tensor.Zeros(3).IndexPut([Tensor.From([1L, 1, 2])], Tensor.From([1f, 2, 4]), accumulate: true);
        Assert.Equal([0, 3, 4], sum.ToArray());
        Assert.Equal([1, 3, 5], Tensor.Ones(3).IndexPutInPlace([Tensor.From([1L, 2])], Tensor.From([2f, 4]), accumulate: true).ToArray());
    }

    [Fact]
    public void What_is_written_may_be_part_of_the_same_tensor()
    {
        var x = Tensor.From([1f, 2, 3, 4]);
        x[[1, 2, 3]] = x[..3];
        Assert.Equal([1, 1, 2, 3], x.ToArray());
        x.ScatterInPlace(0, Tensor.From([0L, 1, 2, 3]), x.Flip(0));
        Assert.Equal([3, 2, 1, 1], x.ToArray());
    }

    [Fact]
    public void Writes_are_differentiated_in_place()
    {
        var x = Tensor.From([1.0, 2, 3]);
        var value = Tensor.From([5.0, 6]);
        (x.RequiresGrad, value.RequiresGrad) = (true, true);
        var y = x * x;
        y[[0, 2]] = value * value;
        y[y > 30] = 1;
        (y * y).Sum().Backward(createGraph: true);
        Assert.Equal([0, 32, 0], x.Grad!.ToArray());
        Assert.Equal([500, 0], value.Grad!.ToArray());
        var twice = x.Grad!;
        x.Grad = null;
        twice.Sum().Backward();
        Assert.Equal([0, 48, 0], x.Grad!.ToArray());
    }

    [Fact]
    public void A_leaf_is_not_written()
    {
        var x = Tensor.From([1.0, 2, 3]);
        x.RequiresGrad = true;
        Assert.StartsWith("a leaf Variable that requires grad is being used in an in-place operation. index_put_", Assert.Throws<AutogradException>(() => x[[0, 1]] = 0).Message);
        Assert.StartsWith("a leaf Variable that requires grad is being used in an in-place operation. masked_fill_", Assert.Throws<AutogradException>(() => x[x > 1] = 0).Message);
        using (Autograd.NoGrad())
            x[x > 1] = 0;
        Assert.Equal([1, 0, 0], x.ToArray());
    }

    [Fact]
    public void Steps_go_forward() =>
        Assert.StartsWith("step must be greater than zero", Assert.Throws<DimensionException>(() => TensorIndex.Slice(step: -1)).Message);

    private static void Writes<T>()
        where T : unmanaged, INumber<T>
    {
        var x = Tensor.Ones<T>(2, 2);
        x[0] = 3;
        x[Tensor.From([false, true])] = 0;
        x[[0], [1]] = 2.0;
        Assert.Equal([T.CreateChecked(3), T.CreateChecked(2), T.Zero, T.Zero], x.ToArray());
    }
}
