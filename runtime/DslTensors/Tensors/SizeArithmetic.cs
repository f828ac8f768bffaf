using System.Globalization;

namespace DslTensors;

/// <summary>Integer arithmetic over named sizes, as in <c>(2 * n + 1)</c>; division rounds down.</summary>
internal sealed class SizeArithmetic(string text, IReadOnlyDictionary<string, int> names)
{
    private int _at;

    /// <summary>The value; null where a name stands for no size.</summary>
    /// <exception cref="ShapeException">The text is no arithmetic.</exception>
    public int? Value()
    {
        var value = Sum();
        return _at == text.Length ? value : throw Unreadable();
    }

    private int? Sum()
    {
        var value = Product();
        while (Next() is '+' or '-')
        {
            var isSum = text[_at++] == '+';
            var right = Product();
            value = isSum ? value + right : value - right;
        }

        return value;
    }

    private int? Product()
    {
        var value = Atom();
        while (Next() is '*' or '/')
        {
            var isProduct = text[_at++] == '*';
            var right = Atom();
            value = isProduct ? value * right : right == 0 ? throw Unreadable() : value is { } a && right is { } b ? (int)Math.Floor((double)a / b) : null;
        }

        return value;
    }

    private int? Atom()
    {
        switch (Next())
        {
            case '-':
                _at++;
                return -Atom();
            case '(':
                _at++;
                var inner = Sum();
                if (Next() != ')')
                    throw Unreadable();
                _at++;
                return inner;
            case { } first when char.IsLetterOrDigit(first) || first == '_':
                var start = _at;
                while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
                    _at++;
                var word = text[start.._at];
                return char.IsAsciiDigit(first) ? int.Parse(word, CultureInfo.InvariantCulture) : names.TryGetValue(word, out var size) ? size : null;
            default:
                throw Unreadable();
        }
    }

    private char? Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at < text.Length ? text[_at] : null;
    }

    private ShapeException Unreadable() => new($"Expect: {text} is no arithmetic over sizes. Write it as in (2 * n + 1).");
}
