using System.Numerics;
using DslTensors.Cpu;

namespace DslTensors.Operators;

/// <summary>The windows of images as columns, or columns added up to images, which is its adjoint.</summary>
/// <param name="input">The images, [b, c, h, w], or columns, [b, c kh kw, windows].</param>
/// <param name="size">The sizes of the result.</param>
/// <param name="windows">The windows.</param>
/// <param name="isAdjoint">Whether columns are added up.</param>
/// <returns>The columns, or the images.</returns>
[TensorOp("s... -> size...", Name = "im2col", IsInternal = true)]
internal static partial class WindowColumns
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, Shape size, WindowGrid windows, bool isAdjoint)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (isAdjoint)
            result.Span.Clear();
        var planes = isAdjoint ? result.Sizes[0] * result.Sizes[1] : input.Sizes[0] * input.Sizes[1];
        Parallelism.For(planes, Planes.Grain((long)windows.Taps * windows.Count), new Body<T>(input.Dense(), result, windows, isAdjoint));
    }

    private static Tensor<T> GradInput<T>(Tensor<T> grad, Shape inputShape, WindowGrid windows, bool isAdjoint)
        where T : unmanaged, IFloatingPointIeee754<T> => Apply(grad, inputShape, windows, !isAdjoint, null);

    private readonly struct Body<T>(TensorView<T> input, TensorView<T> result, WindowGrid windows, bool isAdjoint) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int from, int to)
        {
            var (images, columns) = isAdjoint ? (result, input) : (input, result);
            for (var plane = from; plane < to; plane++)
            {
                var image = images.Span.Slice(plane * windows.Height * windows.Width, windows.Height * windows.Width);
                var column = columns.Span.Slice(plane * windows.Taps * windows.Count, windows.Taps * windows.Count);
                for (var tap = 0; tap < windows.Taps; tap++)
                {
                    for (var row = 0; row < windows.Rows; row++)
                        MoveRow(image, column.Slice((tap * windows.Count) + (row * windows.Columns), windows.Columns), tap, row);
                }
            }
        }

        private void MoveRow(Span<T> image, Span<T> line, int tap, int row)
        {
            var y = windows.Row(tap, row);
            for (var k = 0; k < line.Length; k++)
            {
                var x = windows.Column(tap, k);
                var isInside = y >= 0 && y < windows.Height && x >= 0 && x < windows.Width;
                if (!isAdjoint)
                    line[k] = isInside ? image[(y * windows.Width) + x] : T.Zero;
                else if (isInside)
                    image[(y * windows.Width) + x] += line[k];
            }
        }
    }
}
