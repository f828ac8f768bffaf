namespace DslTensors.Cpu;

/// <summary>Along one dimension of a transposed convolution, the results whose indices leave the same remainder by the stride.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Elements">The elements of the kernel that reach them.</param>
/// <param name="Indices">For each such element, the index of the input that it takes to the first result.</param>
internal sealed record PhaseAxis(int First, int Count, int[] Elements, int[] Indices)
{
    public static PhaseAxis Of(int first, int size, int kernel, int stride, int before, int dilation)
    {
        var elements = new List<int>();
        var indices = new List<int>();
        for (var element = 0; element < kernel; element++)
        {
            var distance = first + before - (element * dilation);
            if (distance % stride != 0)
                continue;
            elements.Add(element);
            indices.Add(distance / stride);
        }

        return new PhaseAxis(first, (size - first + stride - 1) / stride, [.. elements], [.. indices]);
    }
}
