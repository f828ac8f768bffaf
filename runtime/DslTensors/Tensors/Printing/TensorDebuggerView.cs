using System.Diagnostics;

namespace DslTensors;

/// <summary>What the debugger shows of a tensor when it is unfolded.</summary>
internal sealed class TensorDebuggerView<T>(Tensor<T> tensor)
    where T : unmanaged
{
    private const int MostElements = 10_000;

    public Shape Shape => tensor.Shape;

    public DType DType => tensor.DType;

    public Device Device => tensor.Device;

    public string Strides => $"[{string.Join(", ", tensor.Strides.ToArray())}]{(tensor.IsContiguous ? "" : ", not contiguous")}";

    public bool RequiresGrad => tensor.RequiresGrad;

    public Node? GradFn => tensor.GradFn;

    public Tensor<T>? Grad => tensor.Grad;

    /// <summary>The elements as a .NET array of the same rank; the first ones in a row where there are many, or more dimensions than three.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Collapsed)]
    public Array Values
    {
        get
        {
            var elements = tensor.Device.Backend is null ? tensor.ToArray() : tensor.Detach().Cpu().ToArray();
            if (elements.Length > MostElements)
                return elements[..MostElements];
            if (tensor.Shape.ToArray() is not ({ Length: 2 or 3 } sizes))
                return elements;
            // The CLR lays arrays of any rank out in row-major order; the ranks are spelled, as creation by a list of lengths is not for AOT.
            if (sizes.Length == 2)
            {
                var matrix = new T[sizes[0], sizes[1]];
                for (var i = 0; i < elements.Length; i++)
                    matrix[i / sizes[1], i % sizes[1]] = elements[i];
                return matrix;
            }

            var volume = new T[sizes[0], sizes[1], sizes[2]];
            for (var i = 0; i < elements.Length; i++)
                volume[i / sizes[2] / sizes[1], i / sizes[2] % sizes[1], i % sizes[2]] = elements[i];
            return volume;
        }
    }
}
