using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>In-place writes to views and to what they are views of.</summary>
public class ViewProgramTests
{
    [Fact]
    public void View_written() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[1..3].MulInPlace(3);
        y.Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_assigned() => Answers(() =>
    {
        var (x, z) = (X(), X(2));
        var y = x * 2;
        y[1..3] = z * 5;
        (y * y).Sum().Backward();
        return new[] { x.Grad, z.Grad };
    });

    [Fact]
    public void Element_assigned() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[0] = x[4] * 7;
        y[2] = Tensor.From(5.0);
        (y * Numbers(5)).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_times_scalar_tensor() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[1..3].MulInPlace(x[0]);
        (y * y).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Chain_of_views() => Answers(() =>
    {
        var x = X(2, 3);
        var y = x * 2;
        y.Transpose(0, 1)[1].MulInPlace(Tensor.From([3.0, 4.0]));
        (y * Numbers(2, 3)).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_of_view_read_through_the_middle() => Answers(() =>
    {
        var x = X();
        var v = (x * 2)[0..3];
        v[1..3].ExpInPlace();
        (v * v).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Older_view_read_after_base_was_written() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var v = y[1..3];
        y.MulInPlace(3);
        Assert.Equal("AsStridedBackward0", v.GradFn!.Name);
        (v * v).Sum().Backward();
        return new[] { v, x.Grad };
    });

    [Fact]
    public void Base_times_sum_of_old_view() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var v = y[1..3];
        y.MulInPlace(v.Sum());
        y.Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Two_views_written_in_turn() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var (a, b) = (y[0..3], y[2..5]);
        a.MulInPlace(3);
        b.AddInPlace(x[0..3]);
        a.MulInPlace(2);
        (y * Numbers(5)).Sum().Backward();
        return new[] { y, x.Grad };
    });

    [Fact]
    public void Stale_expanded_view() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var e = y.Expand(3, 5);
        y.MulInPlace(3);
        (e * Numbers(3, 5)).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Stale_transposed_view() => Answers(() =>
    {
        var x = X(2, 3);
        var y = x * 2;
        var t = y.Transpose(0, 1);
        y.MulInPlace(x);
        (t * Numbers(3, 2)).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Stale_diagonal() => Answers(() =>
    {
        var x = X(3, 3);
        var y = x * 2;
        var d = y.Diagonal();
        y.MulInPlace(x * 3);
        (d * d).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_of_transposed_written() => Answers(() =>
    {
        var x = X(2, 3);
        var y = (x * 2).Transpose(0, 1);
        y[1..3, 0].MulInPlace(5);
        (y * Numbers(3, 2)).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_of_leaf_read_after_a_step() => Answers(() =>
    {
        var x = X();
        var v = x[1..3];
        using (Autograd.NoGrad())
            x.MulInPlace(3);
        (v * v).Sum().Backward();
        return new[] { v, x.Grad };
    });

    [Fact]
    public void View_of_a_detached_tensor_joins() => Answers(() =>
    {
        var (x, w) = (X(), X(2));
        var d = x.Detach();
        d[0..2].MulInPlace(w);
        (d.Sum() + (x * 1).Sum()).Backward();
        return new object?[] { d.RequiresGrad, x.Grad, w.Grad };
    });

    [Fact]
    public void Constant_joins_through_a_view() => Answers(() =>
    {
        var x = X(2);
        var b = Tensor.Zeros<double>(5);
        var v = b[1..3];
        v.CopyInPlace(x * 3);
        (b * b).Sum().Backward();
        return new object?[] { b.RequiresGrad, v.RequiresGrad, b.IsLeaf, v.IsLeaf, x.Grad };
    });

    [Fact]
    public void View_joins_with_its_base() => Answers(() =>
    {
        var x = X();
        var b = Tensor.Ones<double>(5);
        var v = b[1..3];
        b.MulInPlace(x);
        (v * 2).Sum().Backward();
        return new object?[] { v.RequiresGrad, v.IsLeaf, x.Grad };
    });

    [Fact]
    public void Rows_written_in_a_loop() => Answers(() =>
    {
        var w = X(4);
        var b = Tensor.Zeros<double>(3, 4);
        for (var i = 0; i < 3; i++)
            b[i] = w * i;
        (b * b).Sum().Backward();
        return w.Grad;
    });

    [Fact]
    public void Recurrence_in_one_tensor() => Answers(() =>
    {
        var x = X();
        var y = x * 1;
        for (var i = 1; i < 5; i++)
            y[i] = (y[i - 1].Clone() * 2) + x[i];
        y.Sum().Backward();
        return new[] { y, x.Grad };
    });

    [Fact]
    public void Slice_added_to() => Answers(() =>
    {
        var x = X();
        var y = x * 1;
        y[1..3].AddInPlace(x[3..5] * 4);
        y.Backward(Numbers(5));
        return x.Grad;
    });

    [Fact]
    public void View_zeroed() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[0..2].ZeroInPlace();
        (y * y).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Whole_zeroed() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y.ZeroInPlace();
        (y + x).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_filled_with_an_element() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[0..2].FillInPlace(x[0]);
        Assert.Equal("CopySlices", y.GradFn!.Name);
        y.Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void View_filled_with_a_number() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[0..2].FillInPlace(7);
        (y * y).Sum().Backward();
        return new[] { y, x.Grad };
    });

    [Fact]
    public void View_written_second_order() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        y[0..2].PowInPlace(3);
        var g = Autograd.Grad(y.Pow(2).Sum(), x, createGraph: true);
        g.Sum().Backward();
        return new[] { g, x.Grad };
    });

    [Fact]
    public void Stale_view_second_order() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        var v = y[0..2];
        y.MulInPlace(3);
        var g = Autograd.Grad(v.Pow(3).Sum(), x, createGraph: true);
        g.Sum().Backward();
        return new[] { g, x.Grad };
    });

    [Fact]
    public void Written_without_grad() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        using (Autograd.NoGrad())
            y[0..2].MulInPlace(5);
        y.Sum().Backward();
        return new[] { y, x.Grad };
    });
}
