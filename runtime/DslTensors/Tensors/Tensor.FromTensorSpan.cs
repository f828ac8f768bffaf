using System.Numerics.Tensors;

namespace DslTensors;

public abstract partial class Tensor
{
    /// <summary>A tensor of the elements and sizes of a tensor of System.Numerics.Tensors, copied in row-major order.</summary>
    /// <param name="data">The elements.</param>
    /// <exception cref="ShapeException">There are more than 2³¹ elements.</exception>
    public static Tensor<T> From<T>(ReadOnlyTensorSpan<T> data)
        where T : unmanaged
    {
        var sizes = new int[data.Rank];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = checked((int)data.Lengths[i]);
        var tensor = Tensor<T>.Allocate(Device.Cpu, StridedLayout.Contiguous(sizes));
        data.FlattenTo(tensor.AsView().Span);
        GC.KeepAlive(tensor);
        return tensor;
    }
}
