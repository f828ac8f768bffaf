using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>In-place writes that are refused, or that make a later backward an error.</summary>
public class RefusedWriteProgramTests
{
    [Fact]
    public void Saved_then_part_written() => Answers(() =>
    {
        var y = X() * 2;
        var z = y * y;
        y[0] = Tensor.From(1.0);
        z.Sum().Backward();
        return null;
    });

    [Fact]
    public void Saved_view_then_base_written_elsewhere() => Answers(() =>
    {
        var y = X() * 2;
        var v = y[0..2];
        var z = v * v;
        y[4] = Tensor.From(1.0);
        Assert.Equal("AsStridedBackward0", v.GradFn!.Name);
        z.Sum().Backward();
        return null;
    });

    [Fact]
    public void View_of_leaf_written() => Answers(() => X()[1..3].MulInPlace(2));

    [Fact]
    public void Leaf_view_written() => Answers(() =>
    {
        var v = Tensor.Zeros<double>(5)[1..3];
        v.RequiresGrad = true;
        return v.MulInPlace(2);
    });

    [Fact]
    public void Split_part_written() => Answers(() => (X() * 2).Split([2, 3])[0].MulInPlace(2));

    [Fact]
    public void Base_of_chunks_written() => Answers(() =>
    {
        var y = X(4) * 2;
        var part = y.Chunk(2)[0];
        y.MulInPlace(2);
        return part.Sum();
    });

    [Fact]
    public void Unbound_row_written() => Answers(() => (X(4) * 2).Unbind(0)[1].MulInPlace(2));

    [Fact]
    public void View_of_split_part_written() => Answers(() => (X(4) * 2).Split(2)[0][0..1].MulInPlace(2));

    [Fact]
    public void View_of_no_grad_written() => Answers(() =>
    {
        var y = X() * 2;
        Tensor<double> v;
        using (Autograd.NoGrad())
            v = y[0..2];
        return v.MulInPlace(2);
    });

    [Fact]
    public void View_of_no_grad_of_constant_written() => Answers(() =>
    {
        var (x, y) = (X(), Tensor.Zeros<double>(5));
        Tensor<double> v;
        using (Autograd.NoGrad())
            v = y[0..2];
        return v.MulInPlace(x[0..2]);
    });

    [Fact]
    public void Base_of_no_grad_view_written() => Answers(() =>
    {
        var y = X() * 2;
        Tensor<double> v;
        using (Autograd.NoGrad())
            v = y[0..2];
        y.MulInPlace(2);
        return v * 1;
    });

    [Fact]
    public void View_of_inference_mode_written_outside() => Answers(() =>
    {
        var x = X();
        var y = x * 2;
        Tensor<double> v;
        using (Autograd.InferenceMode())
            v = y[0..2];
        return v.AddInPlace(x[0..2]);
    });

    [Fact]
    public void Write_through_a_detached_part_of_saved() => Answers(() =>
    {
        var y = X().Exp();
        y.Detach()[0..2].ZeroInPlace();
        y.Sum().Backward();
        return null;
    });

    [Fact]
    public void Exp_in_place_of_a_view_saved_and_overwritten() => Answers(() =>
    {
        var y = X() * 1;
        y[0..2].ExpInPlace();
        y[3] = Tensor.From(1.0);
        y.Sum().Backward();
        return null;
    });

    [Fact]
    public void A_refused_write_changes_nothing()
    {
        var (y, constant) = (X(4) * 2, Tensor.Zeros<double>(4));
        var part = constant.Unbind(0)[1];
        Assert.Throws<AutogradException>(() => part.MulInPlace(y[0]));
        Assert.Throws<AutogradException>(() => constant.Split(2)[0].CopyInPlace(y[0..2]));
        Assert.Equal((0, 0), (constant.Version, (int)constant.Sum().Item()));
        Assert.True(constant.IsLeaf);
    }
}
