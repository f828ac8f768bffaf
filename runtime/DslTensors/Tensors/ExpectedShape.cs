using System.Collections.Concurrent;
using System.Globalization;

namespace DslTensors;

/// <summary>A shape as <see cref="Tensor{T}.Expect"/> states it, read once for each text.</summary>
internal sealed class ExpectedShape
{
    private static readonly ConcurrentDictionary<string, ExpectedShape> Known = new();

    private readonly string _text;
    private readonly string[] _dims;
    private readonly int _open;

    private ExpectedShape(string text)
    {
        _text = text;
        _dims = Split(text);
        _open = Array.FindIndex(_dims, static dim => dim.EndsWith("...", StringComparison.Ordinal));
        if (Array.FindLastIndex(_dims, static dim => dim.EndsWith("...", StringComparison.Ordinal)) != _open)
            throw new ShapeException($"Expect: \"{text}\" has two open-ended groups of dimensions, which could be divided in many ways. Keep one '...'.");
    }

    public static ExpectedShape Parse(string text) => Known.GetOrAdd(text, static text => new ExpectedShape(text));

    public void Check(Tensor tensor)
    {
        var least = _open < 0 ? _dims.Length : _dims.Length - 1;
        if (tensor.Rank < least || (_open < 0 && tensor.Rank > least))
            throw Differs(tensor, $"it has {tensor.Rank} dimension(s), where {(_open < 0 ? "" : "at least ")}{least} are expected");

        var names = new Dictionary<string, int>();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < _dims.Length; i++)
            {
                if (i != _open)
                    CheckDim(tensor, _dims[i], _open < 0 || i < _open ? i : tensor.Rank - (_dims.Length - i), names, computed: pass == 1);
            }
        }
    }

    private void CheckDim(Tensor tensor, string dim, int index, Dictionary<string, int> names, bool computed)
    {
        var isComputed = dim.StartsWith('(');
        if (isComputed != computed)
            return;

        var size = tensor.Shape[index];
        if (!isComputed && !char.IsAsciiDigit(dim[0]) && names.TryAdd(dim, size))
            return;
        if ((isComputed ? new SizeArithmetic(dim, names).Value() : char.IsAsciiDigit(dim[0]) ? int.Parse(dim, CultureInfo.InvariantCulture) : names[dim]) is { } expected && expected != size)
            throw Differs(tensor, $"dimension {index} is {size}, where {dim}{(dim == $"{expected}" ? "" : $" = {expected}")} is expected");
    }

    private ShapeException Differs(Tensor tensor, string reason) =>
        new($"Expect: the tensor has shape {tensor.Shape}, which is not \"{_text}\": {reason}. Change the code before, or what is expected.");

    private static string[] Split(string text)
    {
        var dims = new List<string>();
        var (start, depth) = (-1, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            var isBetween = i == text.Length || (depth == 0 && char.IsWhiteSpace(text[i]));
            if (isBetween && start >= 0)
            {
                dims.Add(text[start..i]);
                start = -1;
            }
            else if (!isBetween)
            {
                start = start < 0 ? i : start;
                depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            }
        }

        return dims is ["()"] ? [] : [.. dims];
    }
}
