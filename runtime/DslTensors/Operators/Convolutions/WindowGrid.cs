namespace DslTensors.Operators;

/// <summary>Where the windows of an image lie.</summary>
/// <param name="Height">The image's rows.</param>
/// <param name="Width">The image's columns.</param>
/// <param name="Kernel">The sizes of a window.</param>
/// <param name="Dilation">The distances between its elements.</param>
/// <param name="Padding">How far windows begin before the image.</param>
/// <param name="Stride">The distances between windows.</param>
internal sealed record WindowGrid(int Height, int Width, int[] Kernel, int[] Dilation, int[] Padding, int[] Stride)
{
    /// <summary>The windows along the rows.</summary>
    public int Rows { get; } = Places(Height, Kernel[0], Dilation[0], Padding[0], Stride[0]);

    /// <summary>The windows along the columns.</summary>
    public int Columns { get; } = Places(Width, Kernel[1], Dilation[1], Padding[1], Stride[1]);

    /// <summary>The elements of a window.</summary>
    public int Taps => Kernel[0] * Kernel[1];

    /// <summary>The number of windows.</summary>
    public int Count => Rows * Columns;

    /// <summary>The windows that the arguments mean.</summary>
    /// <exception cref="ShapeException">An argument is out of range, or no window fits.</exception>
    public static WindowGrid Of(string operation, int height, int width, PerDimension kernelSize, PerDimension dilation, PerDimension padding, PerDimension stride)
    {
        var grid = new WindowGrid(
            height, width, kernelSize.For(2, "kernel_size", [1, 1]), dilation.For(2, "dilation", [1, 1]), padding.For(2, "padding", [0, 0]), stride.For(2, "stride", [1, 1]));
        Positive("kernel size", grid.Kernel, 1);
        Positive("dilation", grid.Dilation, 1);
        Positive("stride", grid.Stride, 1);
        Positive("padding", grid.Padding, 0);
        return grid.Rows > 0 && grid.Columns > 0 ? grid : throw new ShapeException(
            $"{operation}: no window of kernel_size=({grid.Kernel[0]}, {grid.Kernel[1]}) with dilation ({grid.Dilation[0]}, {grid.Dilation[1]}) and padding ({grid.Padding[0]}, {grid.Padding[1]}) fits into an image of ({height}, {width}).");
    }

    /// <summary>The row of an element of a window in a row of windows.</summary>
    public int Row(int tap, int row) => (row * Stride[0]) - Padding[0] + (tap / Kernel[1] * Dilation[0]);

    /// <summary>The column of an element of a window in a column of windows.</summary>
    public int Column(int tap, int column) => (column * Stride[1]) - Padding[1] + (tap % Kernel[1] * Dilation[1]);

    private static int Places(int size, int kernel, int dilation, int padding, int stride)
    {
        var free = size + (2 * padding) - (dilation * (kernel - 1)) - 1;
        return free < 0 ? 0 : (free / stride) + 1;
    }

    private static void Positive(string name, int[] values, int least)
    {
        if (values.Any(value => value < least))
            throw new ShapeException($"{name} should be {(least == 0 ? "non-negative" : "greater than zero")}, but got {name.Replace(' ', '_')} ({values[0]}, {values[1]}).");
    }
}
