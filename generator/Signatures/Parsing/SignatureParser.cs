using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>Reads the shape language. Any text is answered, with a tree or with an error; nothing is thrown.</summary>
internal sealed class SignatureParser
{
    private readonly TokenReader _reader;
    private readonly DimsParser _dims;
    private readonly InputNames _names;

    private SignatureParser(string text)
    {
        _reader = new TokenReader(text);
        _dims = new DimsParser(_reader);
        _names = new InputNames(_reader);
    }

    /// <summary>Reads an operator's signature: <c>"b n m, b m p -> b n p"</c>.</summary>
    public static SignatureParseResult Parse(string text)
    {
        var parser = new SignatureParser(text);
        var signature = parser.ParseSignature();
        return parser._reader.Error is { } error ? new SignatureParseResult(null, error) : new SignatureParseResult(signature, null);
    }

    /// <summary>Reads one shape, as <c>[Shape("b 64")]</c> holds it. An empty text is a tensor without dimensions.</summary>
    public static ShapeParseResult ParseShape(string text)
    {
        var parser = new SignatureParser(text);
        var shape = parser._reader.At(TokenKind.End) ? new ShapePattern(EquatableArray<Dim>.Empty) : parser.ParseInput();
        if (!parser._reader.At(TokenKind.End))
            parser.FailAtLeftover("the end of the shape");
        return parser._reader.Error is { } error ? new ShapeParseResult(null, error) : new ShapeParseResult(shape, null);
    }

    private Signature? ParseSignature()
    {
        var inputs = new List<ShapePattern>();
        if (!_reader.At(TokenKind.Arrow))
        {
            do
            {
                if (ParseInput() is not { } input)
                    return null;
                inputs.Add(input);
            }
            while (_reader.TryTake(TokenKind.Comma));
        }

        if (!_reader.TryTake(TokenKind.Arrow))
        {
            FailAtLeftover("'->' and the shapes of the results");
            return null;
        }

        var outputs = ParseOutputs();
        if (outputs is not null && !_reader.At(TokenKind.End))
            FailAtLeftover("the end of the signature");
        return outputs is null ? null : new Signature(inputs.ToEquatableArray(), outputs.ToEquatableArray());
    }

    private ShapePattern? ParseInput()
    {
        var start = _reader.Current;
        if (_dims.Parse(allowsTwoRests: false) is not { } dims)
            return null;
        var isList = TryTakeListMark();
        var shape = new ShapePattern(dims, isList, _reader.TryTake(TokenKind.Question));
        return _names.Bind(shape, start) ? shape : null;
    }

    private List<OutputPattern>? ParseOutputs()
    {
        var outputs = new List<OutputPattern>();
        if (_reader.At(TokenKind.End))
        {
            outputs.Add(new ShapeOutput(EquatableArray<Dim>.Empty));
            return outputs;
        }

        do
        {
            if (ParseOutput() is not { } output)
                return null;
            outputs.Add(output);
        }
        while (_reader.TryTake(TokenKind.Comma));
        return outputs;
    }

    private OutputPattern? ParseOutput()
    {
        var start = _reader.Current;
        if (AtFunction() && ShapeFunctionTable.Find(_reader.TextOf(start)) is { } function)
        {
            var arguments = new FunctionArgumentsParser(_reader, _dims, _names).Parse(function);
            return arguments is null ? null : new FunctionOutput(function.Name, arguments.ToEquatableArray(), TryTakeListMark());
        }

        if (_dims.Parse(allowsTwoRests: true) is not { } dims || !_names.CheckOutput(dims, start))
            return null;
        return new ShapeOutput(dims, TryTakeListMark());
    }

    private bool AtFunction() => _reader.At(TokenKind.Name)
        && _reader.Following.Kind == TokenKind.OpenParen
        && _reader.Following.Start == _reader.Current.End;

    private bool TryTakeListMark()
    {
        if (!_reader.At(TokenKind.OpenBracket))
            return false;
        var open = _reader.Take();
        if (!_reader.TryTake(TokenKind.CloseBracket))
            _reader.Fail(open, "a list of tensors is marked with '[]' after its shape; sizes are written without brackets");
        return true;
    }

    private void FailAtLeftover(string expected)
    {
        var token = _reader.Current;
        _reader.Fail(token, token.Kind switch
        {
            TokenKind.End => $"{expected} should follow here",
            TokenKind.Arrow => "there is more than one '->'",
            TokenKind.Minus => "a size cannot be negative; arithmetic stands in parentheses, as in (n - 1)",
            TokenKind.Plus or TokenKind.Star or TokenKind.Slash => "arithmetic stands in parentheses, as in (2 * n)",
            TokenKind.Invalid when _reader.TextOf(token) is "=" or "→" => "the arrow is written '->'",
            TokenKind.Invalid when _reader.TextOf(token)[0] == '.' => "open-ended dimensions are written with three dots",
            _ => $"{expected} should stand here, not '{_reader.TextOf(token)}'",
        });
    }
}
