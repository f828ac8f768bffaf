using static DslTensors.Tests.Differentiation.Programs.TorchProgram;

namespace DslTensors.Tests.Differentiation.Programs;

/// <summary>Values read and set behind autograd's back.</summary>
public class DataProgramTests
{
    [Fact]
    public void Data_read_counts_its_own_writes() => Answers(() =>
    {
        var x = X();
        var d = x.Data;
        d.AddInPlace(1);
        return new object[] { x.Version, d.Version, d.RequiresGrad, x };
    });

    [Fact]
    public void Data_set_keeps_the_counter_shared() => Answers(() =>
    {
        var x = X();
        var y = x.Detach();
        x.Data = Tensor.Zeros<double>(5);
        y.AddInPlace(1);
        return new object[] { x.Version, x, y };
    });

    [Fact]
    public void Data_set_leaves_views_alone() => Answers(() =>
    {
        var x = X();
        var v = x[0..2];
        x.Data = Tensor.Zeros<double>(5);
        (v * 2).Sum().Backward();
        return new[] { v, x.Grad };
    });

    [Fact]
    public void Data_set_to_another_shape() => Answers(() =>
    {
        var x = X();
        x.Data = Tensor.Full<double>([3], 4);
        (x * x).Sum().Backward();
        return x.Grad;
    });

    [Fact]
    public void Data_of_a_saved_result() => Answers(() =>
    {
        var x = X();
        var s = x.Exp();
        s.Data = Tensor.Zeros<double>(5);
        (s * 1).Sum().Backward();
        return new[] { s, x.Grad };
    });

    [Fact]
    public void Data_written_behind_a_saved_result() => Answers(() =>
    {
        var x = X();
        var s = x.Exp();
        s.Data.MulInPlace(3);
        s.Sum().Backward();
        return x.Grad! / Math.E;
    });

    [Fact]
    public void A_saved_result_keeps_its_own_data_where_it_is_an_input_too()
    {
        var x = X();
        var y = x * 3;
        var z = y * y;
        y.Data = Tensor.Zeros<double>(5);
        y.Data = Tensor.Ones<double>(5);
        z.Sum().Backward();
        Assert.Equal([18, 18, 18, 18, 18], x.Grad!.ToArray());
        Assert.Equal([1, 1, 1, 1, 1], y.ToArray());
    }

    [Fact]
    public void A_write_after_data_was_set_is_still_seen()
    {
        var y = X() * 3;
        var z = y * y;
        y.Data = Tensor.Ones<double>(5);
        y.Detach().AddInPlace(1);
        Assert.Throws<AutogradException>(() => z.Sum().Backward());
    }

    [Fact]
    public void Memory_that_data_replaced_is_given_back()
    {
        var x = X();
        var old = ReplaceData(x);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(old.IsAlive);
        GC.KeepAlive(x);
    }

    [Fact]
    public void A_view_and_its_base_with_other_memory_can_t_follow_each_other()
    {
        var y = X() * 2;
        var v = y[0..2];
        y.Data = Tensor.Zeros<double>(5);
        var error = Assert.Throws<AutogradException>(() => v.MulInPlace(2));
        Assert.Contains("Data was set", error.Message);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference ReplaceData(Tensor<double> x)
    {
        var old = new WeakReference(x.Storage);
        x.Data = Tensor.Zeros<double>(5);
        return old;
    }
}
