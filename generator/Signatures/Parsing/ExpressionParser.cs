namespace DslTensors.Generator.Signatures;

/// <summary>Arithmetic in parentheses: sums of products of names, numbers and parentheses.</summary>
internal sealed class ExpressionParser(TokenReader reader)
{
    // A text of ten thousand parentheses or additions must not exhaust the stack of the compiler that hosts us.
    private const int DeepestNesting = 64;
    private const int MostOperands = 256;

    private int _depth;
    private int _operands;

    public SizeExpression? ParseSum()
    {
        var left = ParseProduct();
        while (left is not null && (reader.At(TokenKind.Plus) || reader.At(TokenKind.Minus)))
        {
            var symbol = reader.Take().Kind == TokenKind.Plus ? SizeOperator.Add : SizeOperator.Subtract;
            left = ParseProduct() is { } right ? new BinaryExpression(symbol, left, right) : null;
        }

        return left;
    }

    private SizeExpression? ParseProduct()
    {
        var left = ParseOperand();
        while (left is not null && (reader.At(TokenKind.Star) || reader.At(TokenKind.Slash)))
        {
            var symbol = reader.Take().Kind == TokenKind.Star ? SizeOperator.Multiply : SizeOperator.FloorDivide;
            left = ParseOperand() is { } right ? new BinaryExpression(symbol, left, right) : null;
        }

        return left;
    }

    private SizeExpression? ParseOperand()
    {
        if (++_depth > DeepestNesting || ++_operands > MostOperands)
        {
            reader.Fail(reader.Current, $"the expression is too large: at most {MostOperands} operands, nested at most {DeepestNesting} deep");
            return null;
        }

        var operand = ParsePrimary();
        _depth--;
        return operand;
    }

    private SizeExpression? ParsePrimary()
    {
        switch (reader.Current.Kind)
        {
            case TokenKind.Name:
                return new NameExpression(reader.TextOf(reader.Take()));
            case TokenKind.Number:
                return reader.TakeNumber() is { } number ? new NumberExpression(number) : null;
            case TokenKind.Minus:
                reader.Take();
                return ParseOperand() is { } operand ? new NegateExpression(operand) : null;
            case TokenKind.OpenParen:
                var open = reader.Take();
                var inner = ParseSum();
                if (inner is not null && !reader.TryTake(TokenKind.CloseParen))
                {
                    reader.Fail(reader.Current, $"')' is missing; the '(' stands at column {open.Start + 1}");
                    return null;
                }

                return inner;
            default:
                reader.Fail(reader.Current, "a name, a number or '(' should follow here");
                return null;
        }
    }
}
