namespace DslTensors.Tests.Cpu;

/// <summary>Views of random form: contiguous, permuted, sliced with steps, and broadcast along any dimensions.</summary>
internal sealed class RandomViews(int seed)
{
    private readonly System.Random _random = new(seed);

    public int[] Sizes()
    {
        var sizes = new int[_random.Next(0, 5)];
        for (var dim = 0; dim < sizes.Length; dim++)
            sizes[dim] = _random.Next(10) == 0 ? 1 : _random.Next(0, sizes.Length > 2 ? 9 : 40);
        if (sizes.Length == 2 && _random.Next(4) == 0)
            sizes[1] = 700;
        return sizes;
    }

    /// <summary>A view to read from, of one of the forms.</summary>
    public TensorView<T> Operand<T>(int[] sizes, Func<double, T> convert)
        where T : unmanaged => View(sizes, convert, mayRepeat: true);

    /// <summary>A view to write to: no element lies at two positions.</summary>
    public TensorView<T> Result<T>(int[] sizes)
        where T : unmanaged => View<T>(sizes, _ => default, mayRepeat: false);

    /// <summary>The elements in row-major order.</summary>
    public static T[] Elements<T>(TensorView<T> view)
        where T : unmanaged
    {
        var elements = new T[view.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            var (rest, position) = (i, view.Offset);
            for (var dim = view.Rank - 1; dim >= 0; dim--)
            {
                position += rest % view.Sizes[dim] * view.Strides[dim];
                rest /= view.Sizes[dim];
            }

            elements[i] = view.Array[position];
        }

        return elements;
    }

    private TensorView<T> View<T>(int[] sizes, Func<double, T> convert, bool mayRepeat)
        where T : unmanaged
    {
        var form = _random.Next(4);
        var strides = new int[sizes.Length];
        int[] order = [.. Enumerable.Range(0, sizes.Length)];
        if (form == 1)
            _random.Shuffle(order);
        var step = form == 2 ? _random.Next(1, 4) : 1;
        var stride = step;
        foreach (var dim in order.Reverse())
        {
            if (mayRepeat && form == 3 && _random.Next(2) == 0)
                continue;
            strides[dim] = stride;
            stride *= Math.Max(1, sizes[dim]);
        }

        var offset = _random.Next(5);
        var array = new T[offset + stride + 3];
        for (var i = 0; i < array.Length; i++)
            array[i] = convert((_random.NextDouble() * 8) - 4);
        return new(array, offset, StridedLayout.Strided(sizes, strides));
    }
}
