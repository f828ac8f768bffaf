namespace DslTensors.Tests.Modules.Layers;

/// <summary>Eval is about what layers compute, NoGrad about what is recorded: neither does the other's work.</summary>
public class LayerModeTests
{
    private readonly Tensor<double> _batch = Tensor.From(new double[,] { { 1, 2 }, { 3, 6 }, { 5, 1 } });

    [Fact]
    public void Eval_turns_dropout_off_and_gradients_still_flow()
    {
        var layer = new Dropout<double>(0.9).Eval();
        var x = Tensor.Ones<double>(100);
        x.RequiresGrad = true;

        var y = layer.Forward(x * 3);
        y.Sum().Backward();

        Assert.All(y.ToArray(), value => Assert.Equal(3, value));
        Assert.All(x.Grad!.ToArray(), value => Assert.Equal(3, value));
    }

    [Fact]
    public void NoGrad_alone_still_drops()
    {
        var layer = new Dropout<double>(0.5);
        using (Autograd.NoGrad())
        {
            var y = layer.Forward(Tensor.Ones<double>(200));
            Assert.False(y.RequiresGrad);
            Assert.Contains(0, y.ToArray());
            Assert.Contains(2, y.ToArray());
        }
    }

    [Fact]
    public void Eval_turns_batch_norm_to_its_running_statistics_and_gradients_still_flow()
    {
        var layer = new BatchNorm1d<double>(2, eps: 0);
        layer.RunningMean!.CopyInPlace(Tensor.From([1.0, 2.0]));
        layer.RunningVar!.CopyInPlace(Tensor.From([4.0, 0.25]));
        layer.Eval();

        var y = layer.Forward(_batch);
        y.Sum().Backward();

        Assert.Equal([0, 0, 1, 8, 2, -2], y.ToArray());
        Assert.Equal([3, 6], layer.Weight!.Grad!.ToArray());
        Assert.Equal([3, 3], layer.Bias!.Grad!.ToArray());
        Assert.Equal([1, 2], layer.RunningMean.ToArray());
        Assert.Equal(0, layer.NumBatchesTracked!.Item());
    }

    [Fact]
    public void NoGrad_alone_still_moves_the_running_statistics()
    {
        var layer = new BatchNorm1d<double>(2);
        using (Autograd.NoGrad())
            Assert.False(layer.Forward(_batch).RequiresGrad);

        Assert.Equal(1, layer.NumBatchesTracked!.Item());
        Assert.Equal(0.3, layer.RunningMean!.ToArray()[0], 1e-12);
        Assert.Equal(0.9 + (0.1 * 4), layer.RunningVar!.ToArray()[0], 1e-12);
        layer.ResetRunningStats();
        Assert.Equal([0, 0], layer.RunningMean.ToArray());
        Assert.Equal([1, 1], layer.RunningVar.ToArray());
        Assert.Equal(0, layer.NumBatchesTracked.Item());
    }

    [Fact]
    public void Inference_does_both_and_restores_them()
    {
        var model = new Sequential<double>(new BatchNorm1d<double>(2), new Dropout<double>(0.5));
        var norm = (BatchNorm1d<double>)model[0];
        using (model.Inference())
        {
            var y = model.Forward(_batch);
            Assert.False(y.RequiresGrad);
            Assert.DoesNotContain(0, y.ToArray());
        }

        Assert.Equal(0, norm.NumBatchesTracked!.Item());
        Assert.All(model.Modules(), module => Assert.True(module.Training));
        Assert.True(model.Forward(_batch).RequiresGrad);
        Assert.Equal(1, norm.NumBatchesTracked.Item());
    }

    [Fact]
    public void Without_running_statistics_evaluation_takes_those_of_the_batch()
    {
        var layer = new BatchNorm1d<double>(2, affine: false, trackRunningStats: false);
        var trained = layer.Forward(_batch).ToArray();
        Assert.Equal(trained, layer.Eval().Forward(_batch).ToArray());
        Assert.Empty(layer.StateDict().Keys);
    }

    [Fact]
    public void A_writing_layer_returns_its_input()
    {
        var x = Tensor.From([-1.0, 2.0]);
        Assert.Same(x, new Relu<double>(inplace: true).Forward(x));
        Assert.Equal([0, 2], x.ToArray());
        var y = Tensor.Ones<double>(100);
        Assert.Same(y, new Dropout<double>(inplace: true).Forward(y));
        Assert.Contains(0, y.ToArray());
    }
}
