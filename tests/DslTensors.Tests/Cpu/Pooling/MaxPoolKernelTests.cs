using DslTensors.Cpu;

namespace DslTensors.Tests.Cpu.Pooling;

/// <summary>Maximum pooling against the definition, NaN and infinities included.</summary>
public class MaxPoolKernelTests
{
    [Theory]
    [InlineData(5, 8, 8, 2, 2, 0, 1, false)]
    [InlineData(3, 31, 29, 3, 2, 1, 1, false)]
    [InlineData(2, 40, 33, 19, 3, 9, 1, true)]
    [InlineData(4, 17, 12, 3, 2, 1, 3, true)]
    [InlineData(100, 2, 2, 2, 1, 1, 1, false)]
    public void Values_and_indices(int planes, int height, int width, int kernel, int stride, int padding, int dilation, bool ceilMode)
    {
        Check<float>(planes, height, width, kernel, stride, padding, dilation, ceilMode);
        Check<double>(planes, height, width, kernel, stride, padding, dilation, ceilMode);
        Check<int>(planes, height, width, kernel, stride, padding, dilation, ceilMode);
    }

    private static void Check<T>(int planes, int height, int width, int kernel, int stride, int padding, int dilation, bool ceilMode)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var windows = PoolWindows.Of([height, width], kernel, stride, padding, dilation, ceilMode);
        var input = Elements<T>(planes, height, width);
        var layout = StridedLayout.Contiguous(planes, windows[0].Count, windows[1].Count);
        var values = new TensorView<T>(new T[layout.Count], 0, layout);
        var indices = new TensorView<long>(new long[layout.Count], 0, layout);
        MaxPoolKernel.Run(input, values, indices, windows);

        var at = 0;
        for (var plane = 0; plane < planes; plane++)
        {
            var elements = input.Span.Slice(plane * height * width, height * width);
            for (var row = 0; row < windows[0].Count; row++)
            {
                for (var column = 0; column < windows[1].Count; column++, at++)
                {
                    var place = -1;
                    for (var i = 0; i < kernel * kernel; i++)
                    {
                        var (y, x) = ((row * stride) - padding + (i / kernel * dilation), (column * stride) - padding + (i % kernel * dilation));
                        if (y < 0 || y >= height || x < 0 || x >= width)
                            continue;
                        var candidate = elements[(y * width) + x];
                        if (place < 0 || candidate > elements[place] || T.IsNaN(candidate))
                            place = (y * width) + x;
                    }

                    Assert.Equal(place, indices.Span[at]);
                    Assert.Equal(elements[place], values.Span[at]);
                }
            }
        }
    }

    private static TensorView<T> Elements<T>(int planes, int height, int width)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        var random = new System.Random(7);
        var elements = new T[planes * height * width];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = (typeof(T) == typeof(int), random.Next(20)) switch
            {
                (false, 0) => T.CreateSaturating(double.NaN),
                (false, < 4) => T.CreateSaturating(double.NegativeInfinity),
                _ => T.CreateChecked(random.Next(-9, 10)),
            };
        }

        return new TensorView<T>(elements, 0, StridedLayout.Contiguous(planes, height, width));
    }
}
