using System;
using System.Collections.Generic;
using System.Globalization;

namespace DslTensors.Generator.Elementwise;

/// <summary>Reads what <see cref="ExpressionWriter"/> writes.</summary>
internal sealed class ExpressionReader
{
    private readonly string _text;
    private readonly Dictionary<string, Expression> _names;
    private int _position;

    private ExpressionReader(string text, IReadOnlyDictionary<string, Expression> variables)
    {
        _text = text;
        _names = new Dictionary<string, Expression>();
        foreach (var pair in variables)
            _names[pair.Key] = pair.Value;
    }

    /// <summary>Reads a formula whose variables mean the given expressions.</summary>
    /// <exception cref="FormatException">The text is not a formula, or names an unknown function or variable.</exception>
    public static Expression Read(string text, IReadOnlyDictionary<string, Expression> variables)
    {
        var reader = new ExpressionReader(text, variables);
        while (reader.Next == '$' && text.IndexOf(';', reader._position) >= 0)
        {
            var name = reader.Word();
            reader.Expect('=');
            reader._names[name] = reader.Formula();
            reader.Expect(';');
        }

        var result = reader.Formula();
        return reader._position == text.Length ? result : throw reader.Unexpected();
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private Expression Formula()
    {
        var word = Word();
        if (Next != '(')
            return Atom(word);
        var function = FunctionTable.FindName(word) ?? throw new FormatException($"'{word}' is not a function of elementwise bodies.");
        var operands = new Expression[function.Arity];
        for (var i = 0; i < operands.Length; i++)
        {
            Expect(i == 0 ? '(' : ',');
            operands[i] = Formula();
        }

        Expect(')');
        return new Call(function, operands);
    }

    private Expression Atom(string word) =>
        _names.TryGetValue(word, out var named) ? named
        : word == "true" ? Constant.True
        : word == "false" ? Constant.False
        : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new Constant(value)
        : throw new FormatException($"'{word}' is neither a number nor a parameter.");

    private string Word()
    {
        var start = _position;
        while (_position < _text.Length && "(),;=".IndexOf(_text[_position]) < 0)
            _position++;
        return _position > start ? _text.Substring(start, _position - start) : throw Unexpected();
    }

    private void Expect(char expected)
    {
        if (Next != expected)
            throw Unexpected();
        _position++;
    }

    private FormatException Unexpected() => new($"The formula '{_text}' is damaged at character {_position}.");
}
