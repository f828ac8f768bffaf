using ILGPU;

namespace DslTensors.Devices.Shapes;

/// <summary>A tensor of any strides as a kernel takes it.</summary>
internal struct Operand<S>
    where S : unmanaged
{
    public ArrayView<S> View;
    public Strides8 Strides;

    public Operand(ArrayView<S> view, Strides8 strides) => (View, Strides) = (view, strides);
}
