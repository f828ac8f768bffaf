using DslTensors.Tests.Dispatch;

namespace DslTensors.Tests.Modules;

/// <summary>PyTorch's <c>model.to(device)</c>, with a device whose memory the processor can't reach.</summary>
public class ModuleDeviceTests
{
    private readonly Device _device = new(DeviceType.Emulated, 5, new HostBackend());

    [Fact]
    public void ParametersBuffersAndGradientsMoveAndStayTheSameTensors()
    {
        var model = new Normalization(2);
        model.Weight.Grad = Init.Ones(2);
        var (weight, grad, mean) = (model.Weight, model.Weight.Grad, model.RunningMean);

        Assert.Same(model, model.To(_device));

        Assert.Same(weight, model.Weight);
        Assert.Same(mean, model.RunningMean);
        Assert.Same(grad, weight.Grad);
        Assert.All(model.Parameters().Concat(model.Buffers()).Append(grad), tensor => Assert.Same(_device, tensor.Device));
        Assert.True(weight is { RequiresGrad: true, IsLeaf: true });
        Assert.Equal([1, 1], HostBackend.Memory(weight));

        Assert.Equal([1, 1], model.Cpu().Weight.ToArray());
        Assert.Same(Device.Cpu, grad.Device);
    }

    [Fact]
    public void TiedTensorsAndViewsOfPartsMove()
    {
        var model = new TiedPair<float>();
        model.RegisterBuffer("part", Tensor.From([1f, 2, 3, 4]).Reshape(2, 2).Transpose(0, 1)[1]);
        model.To(_device);
        Assert.Same(model.Embedding.Weight, model.Output.Weight);
        Assert.Equal([2, 4], ((Tensor<float>)model.Cpu().Buffers().Single()).ToArray());
    }

    [Fact]
    public void ATensorMovesWithItsHistory()
    {
        var x = Tensor.From([1f, 2]);
        x.RequiresGrad = true;
        var moved = x.To(_device);
        Assert.Same(x, x.To(Device.Cpu));
        moved.Cpu().Backward(Tensor.From([3f, 4]));
        Assert.Equal([3, 4], x.Grad!.ToArray());
        Assert.Same(Device.Cpu, x.Grad!.Device);
    }

    [Fact]
    public void InitialValuesAreWrittenToTheDevice()
    {
        var model = new Normalization(2).To(_device);
        Init.ConstantInPlace(model.Weight, 5);
        Assert.Equal([5, 5], HostBackend.Memory(model.Weight));
    }

    [Fact]
    public void AStateDictIsLoadedAcrossDevices()
    {
        var (here, there) = (new Normalization(2), new Normalization(2).To(_device));
        Init.ConstantInPlace(here.Weight, 3);
        there.LoadStateDict(here.StateDict());
        Assert.Equal([3, 3], HostBackend.Memory(there.Weight));
        Init.ConstantInPlace(there.Weight, 4);
        here.LoadStateDict(there.StateDict());
        Assert.Equal([4, 4], here.Weight.ToArray());
    }

    [Fact]
    public void WithoutABackendThereIsNoGpu() => Assert.StartsWith("DslTensors not compiled with CUDA enabled", Assert.Throws<DeviceException>(() => new Linear(1, 1).Cuda()).Message);
}
