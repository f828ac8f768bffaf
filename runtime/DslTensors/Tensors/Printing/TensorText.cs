namespace DslTensors;

/// <summary>
/// Writes a tensor as PyTorch prints it: aligned, in lines of 80 characters, the middle left out beyond a thousand elements.
/// </summary>
internal sealed class TensorText
{
    private const int LineWidth = 80;
    private const int Threshold = 1000;
    private const int EdgeItems = 3;
    private const string Prefix = "tensor(";

    private readonly int[] _sizes;
    private readonly bool _isSummarized;
    private readonly Func<int, string> _element;
    private readonly int _width;

    private TensorText(int[] sizes, bool isSummarized, Func<int, string> element, int width)
    {
        _sizes = sizes;
        _isSummarized = isSummarized;
        _element = element;
        _width = width;
    }

    /// <summary>The text of a tensor of real numbers.</summary>
    public static string Write(Tensor tensor, double[] elements)
    {
        var isSummarized = elements.Length > Threshold;
        var format = ElementFormat.OfReals(Shown(tensor.Layout.Sizes, isSummarized).Select(i => elements[i]));
        return new TensorText(tensor.Layout.Sizes, isSummarized, i => format.Pad(elements[i]), format.Width).Write(tensor);
    }

    /// <summary>The text of a tensor of other elements.</summary>
    public static string Write(Tensor tensor, string[] elements)
    {
        var isSummarized = elements.Length > Threshold;
        var format = ElementFormat.OfTexts(Shown(tensor.Layout.Sizes, isSummarized).Select(i => elements[i]));
        return new TensorText(tensor.Layout.Sizes, isSummarized, i => format.Pad(elements[i]), format.Width).Write(tensor);
    }

    /// <summary>The positions of the elements that are written.</summary>
    private static IEnumerable<int> Shown(int[] sizes, bool isSummarized) => sizes.Aggregate(
        (IEnumerable<int>)[0],
        (positions, size) => positions.SelectMany(position => Enumerable.Range(0, size)
            .Where(i => !isSummarized || size <= 2 * EdgeItems || i < EdgeItems || i >= size - EdgeItems)
            .Select(i => (position * size) + i)));

    private string Write(Tensor tensor)
    {
        var text = Prefix + (tensor.Count == 0 ? "[]" : WriteDimension(0, 0, Prefix.Length));
        var lastLine = text.Length - text.LastIndexOf('\n') + 1;
        foreach (var suffix in Suffixes(tensor))
        {
            // Lines break where PyTorch's do, which names types torch.float64.
            var length = suffix.Length + (suffix.StartsWith("dtype=", StringComparison.Ordinal) ? "torch.".Length : 0);
            var wraps = lastLine + length + 2 > LineWidth;
            text += wraps ? $",\n{new string(' ', Prefix.Length)}{suffix}" : $", {suffix}";
            lastLine = wraps ? Prefix.Length + length : lastLine + length + 2;
        }

        return text + ")";
    }

    private string WriteDimension(int dim, int position, int indent)
    {
        if (dim == _sizes.Length)
            return _element(position);
        var size = _sizes[dim];
        var shortens = _isSummarized && size > 2 * EdgeItems;
        if (dim == _sizes.Length - 1)
            return WriteRow(position * size, size, shortens, indent);
        var slices = new List<string>();
        for (var i = 0; i < size; i++)
        {
            if (shortens && i == EdgeItems)
            {
                slices.Add("...");
                i = size - EdgeItems;
            }

            slices.Add(WriteDimension(dim + 1, (position * size) + i, indent + 1));
        }

        var separator = "," + new string('\n', _sizes.Length - dim - 1) + new string(' ', indent + 1);
        return $"[{string.Join(separator, slices)}]";
    }

    private string WriteRow(int start, int size, bool shortens, int indent)
    {
        var perLine = Math.Max(1, (LineWidth - indent) / (_width + 2));
        var elements = new List<string>();
        for (var i = 0; i < size; i++)
        {
            if (shortens && i == EdgeItems)
            {
                elements.Add(" ...");
                i = size - EdgeItems;
            }

            elements.Add(_element(start + i));
        }

        var lines = elements.Chunk(perLine).Select(line => string.Join(", ", line));
        return $"[{string.Join(",\n" + new string(' ', indent + 1), lines)}]";
    }

    private static IEnumerable<string> Suffixes(Tensor tensor)
    {
        if (tensor.Device.Type != DeviceType.Cpu)
            yield return $"device='{tensor.Device}'";
        if (tensor.Count == 0 && tensor.Rank != 1)
            yield return $"size=({string.Join(", ", tensor.Layout.Sizes)})";
        if (tensor.DType is not (DType.Float32 or DType.Int64 or DType.Bool) || (tensor.Count == 0 && tensor.DType != DType.Float32))
            yield return $"dtype={tensor.DType.ToString().ToLowerInvariant()}";
        if (tensor.GradFn is { } step)
            yield return $"grad_fn=<{step.Name}>";
        else if (tensor.RequiresGrad)
            yield return "requires_grad=True";
    }
}
