using DslTensors.Cpu;

namespace DslTensors;

/// <summary>A parameter of 16-bit numbers: its steps are computed in <see langword="float"/>, where its optimizer's states stay, and rounded once.</summary>
internal sealed class OptimizedHalf<T> : OptimizedParameter
    where T : unmanaged
{
    private readonly Tensor<T> _tensor;
    private readonly Tensor<float> _values;
    private readonly Tensor<float> _gradient;
    private readonly OptimizedParameter<float> _inFloat;

    public OptimizedHalf(Tensor<T> tensor)
    {
        _tensor = tensor;
        _values = Tensor<float>.Allocate(Device.Cpu, tensor.Layout.ToContiguous());
        _gradient = Tensor<float>.Allocate(Device.Cpu, tensor.Layout.ToContiguous());
        _values.Grad = _gradient;
        _inFloat = new OptimizedParameter<float>(_values);
    }

    public override void Update(FusedOptimizer optimizer, ParameterGroup group)
    {
        if (!ReferenceEquals(_tensor.Device, Device.Cpu))
            throw new DeviceException($"16-bit parameters on {_tensor.Device} have no optimizer kernel. Keep them in float, or train on Device.Cpu.");
        var gradient = _tensor.Grad!;
        StorageConversion<T, float>.Widen(_tensor.AsView().Dense().Span, _values.AsView().Span);
        StorageConversion<T, float>.Widen(gradient.AsView().Dense().Span, _gradient.AsView().Span);
        _inFloat.Steps = Steps;
        _inFloat.Update(optimizer, group);

        var target = _tensor.AsView();
        var rounded = target.IsContiguous ? target : new TensorView<T>(new T[target.Count], 0, target.Layout.ToContiguous());
        StorageConversion<T, float>.Narrow(_values.AsView().Span, rounded.Span);
        if (!target.IsContiguous)
            StridedCopy.Run(rounded, target);
        GC.KeepAlive(_tensor);
        GC.KeepAlive(gradient);
    }

    public override Tensor? GetState(int slot) => _inFloat.GetState(slot);

    public override Tensor StartState(int slot, double value) => _inFloat.StartState(slot, value);

    public override Tensor ConvertState(Tensor source) => _inFloat.ConvertState(source);

    public override void SetState(int slot, Tensor? state) => _inFloat.SetState(slot, state);
}
