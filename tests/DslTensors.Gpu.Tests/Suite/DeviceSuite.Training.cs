namespace DslTensors.Tests.Gpu;

public abstract partial class DeviceSuite
{
    [DeviceFact]
    public void A_network_learns_the_same()
    {
        foreach (var make in new Func<IEnumerable<Tensor>, Optimizer>[]
        {
            parameters => new Sgd(parameters, lr: 0.1),
            parameters => new Sgd(parameters, lr: 0.1, momentum: 0.9, weightDecay: 0.01, nesterov: true),
            parameters => new Adam(parameters, lr: 0.01, weightDecay: 0.1),
            parameters => new AdamW(parameters, lr: 0.01, amsgrad: true),
        })
        {
            Assert.Equal(Losses(Device.Cpu, make), Losses(Device, make), (expected, actual) => Math.Abs(expected - actual) < 1e-4);
        }
    }

    [DeviceFact]
    public void A_model_stays_the_same_model_when_it_moves()
    {
        var model = new Linear(3, 2);
        var optimizer = new Sgd(model.Parameters(), lr: 0.5, momentum: 0.9);
        var (weight, before) = (model.Weight, model.Weight.ToArray());
        Assert.Same(model, model.To(Device));
        Assert.Same(weight, model.Weight);
        Assert.Same(Device, weight.Device);
        Assert.Equal(before, weight.ToArray());
        model.Forward(Numbers(4, 3).To(Device)).Sum().Backward();
        Assert.Same(Device, weight.Grad!.Device);
        optimizer.Step();
        Assert.NotEqual(before, weight.ToArray());
        model.Cpu();
        Assert.Same(Device.Cpu, weight.Device);
        optimizer.ZeroGrad();
        model.Forward(Numbers(4, 3)).Sum().Backward();
        optimizer.Step();
        Assert.Same(Device.Cpu, weight.Device);
    }

    private static float[] Losses(Device device, Func<IEnumerable<Tensor>, Optimizer> make)
    {
        Tensor.ManualSeed(3);
        var (first, second) = (new Linear(5, 8), new Linear(8, 3));
        var optimizer = make([.. first.Parameters(), .. second.Parameters()]);
        var (x, y) = (Tensor.Randn(6, 5), Tensor.From([0L, 1, 2, 0, 1, 2]));
        first.To(device);
        second.To(device);
        (x, y) = (x.To(device), y.To(device));
        var losses = new float[4];
        for (var step = 0; step < losses.Length; step++)
        {
            optimizer.ZeroGrad();
            var loss = Tensor.CrossEntropy(second.Forward(first.Forward(x).Relu()), y);
            loss.Backward();
            optimizer.Step();
            losses[step] = loss.Item();
        }

        return losses;
    }
}
