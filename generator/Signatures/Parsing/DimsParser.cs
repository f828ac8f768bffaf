using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>The dimensions of one shape, up to whatever cannot be a dimension.</summary>
internal sealed class DimsParser(TokenReader reader)
{
    /// <summary>Reads a shape. Null after an error; an empty shape is an error unless it is written <c>()</c>.</summary>
    /// <param name="allowsTwoRests">False in an input: two open-ended groups there could be divided in many ways.</param>
    public EquatableArray<Dim>? Parse(bool allowsTwoRests)
    {
        if (reader.At(TokenKind.OpenParen) && reader.Following.Kind == TokenKind.CloseParen)
        {
            reader.Take();
            reader.Take();
            return EquatableArray<Dim>.Empty;
        }

        var dims = new List<Dim>();
        var hasRest = false;
        while (AtDim())
        {
            var token = reader.Current;
            if (ParseDim() is not { } dim)
                return null;

            if (dim is RestDim or EllipsisDim)
            {
                if (hasRest && !allowsTwoRests)
                {
                    reader.Fail(token.Start, reader.LastTaken.End - token.Start, "a shape of an input can hold only one '...' or optional dimension, since two could be divided in many ways");
                    return null;
                }

                hasRest = true;
            }

            dims.Add(dim);
        }

        if (dims.Count == 0)
        {
            FailWithoutDims();
            return null;
        }

        return dims.ToEquatableArray();
    }

    private bool AtDim() => StartsDim(reader.Current.Kind);

    private static bool StartsDim(TokenKind kind) => kind is TokenKind.Name or TokenKind.Number or TokenKind.Dots or TokenKind.OpenParen;

    private Dim? ParseDim()
    {
        switch (reader.Current.Kind)
        {
            case TokenKind.Number:
                return reader.TakeNumber() is { } size ? new LiteralDim(size) : null;
            case TokenKind.Dots:
                reader.Take();
                return new EllipsisDim();
            case TokenKind.OpenParen:
                return ParseExpressionDim();
            default:
                return ParseNamedDim();
        }
    }

    private Dim? ParseNamedDim()
    {
        var token = reader.Take();
        var name = reader.TextOf(token);
        var next = reader.Current;
        if (next.Kind == TokenKind.Dots && next.Start == token.End)
        {
            reader.Take();
            return new RestDim(name);
        }

        // At the end of a shape the mark says that the whole tensor is optional.
        if (next.Kind == TokenKind.Question && next.Start == token.End && StartsDim(reader.Following.Kind))
        {
            reader.Take();
            return new RestDim(name, IsOptional: true);
        }

        if (next.Kind == TokenKind.OpenParen && next.Start == token.End)
        {
            reader.Fail(token.Start, token.Length, ShapeFunctionTable.Find(name) is null
                ? $"there is no shape function '{name}'; there are {ShapeFunctionTable.Names} (for a dimension, put a space before '(')"
                : $"the shape function '{name}' can only stand alone, as an output");
            return null;
        }

        return new NamedDim(name);
    }

    private Dim? ParseExpressionDim()
    {
        var open = reader.Take();
        var expression = new ExpressionParser(reader).ParseSum();
        if (expression is null)
            return null;
        if (!reader.TryTake(TokenKind.CloseParen))
        {
            reader.Fail(reader.Current, $"')' is missing; the '(' stands at column {open.Start + 1}");
            return null;
        }

        return new ExpressionDim(expression);
    }

    private void FailWithoutDims()
    {
        var token = reader.Current;
        reader.Fail(token, token.Kind switch
        {
            TokenKind.Minus => "a size cannot be negative; arithmetic stands in parentheses, as in (n - 1)",
            TokenKind.Plus or TokenKind.Star or TokenKind.Slash => "arithmetic stands in parentheses, as in (2 * n)",
            TokenKind.Invalid => $"'{reader.TextOf(token)}' has no meaning in a shape",
            _ => "a shape is missing here; a tensor without dimensions is written ()",
        });
    }
}
