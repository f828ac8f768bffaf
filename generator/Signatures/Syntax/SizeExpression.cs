using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DslTensors.Generator.Signatures;

/// <summary>Integer arithmetic over sizes and integer parameters. Division rounds down, as Python's <c>//</c>.</summary>
internal abstract record SizeExpression
{
    public virtual IEnumerable<string> UsedNames() => Array.Empty<string>();

    /// <summary>The text without parentheses around it.</summary>
    public virtual string Inner => ToString();
}

internal sealed record NameExpression(string Name) : SizeExpression
{
    public override IEnumerable<string> UsedNames() => [Name];

    public override string ToString() => Name;
}

internal sealed record NumberExpression(int Value) : SizeExpression
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal sealed record NegateExpression(SizeExpression Operand) : SizeExpression
{
    public override IEnumerable<string> UsedNames() => Operand.UsedNames();

    public override string ToString() => $"-{Operand}";
}

internal sealed record BinaryExpression(SizeOperator Operator, SizeExpression Left, SizeExpression Right) : SizeExpression
{
    public override IEnumerable<string> UsedNames() => Left.UsedNames().Concat(Right.UsedNames());

    public override string Inner => $"{Left} {Symbol} {Right}";

    public override string ToString() => $"({Inner})";

    private char Symbol => Operator switch
    {
        SizeOperator.Add => '+',
        SizeOperator.Subtract => '-',
        SizeOperator.Multiply => '*',
        _ => '/',
    };
}

internal enum SizeOperator
{
    Add,
    Subtract,
    Multiply,

    /// <summary>Rounds towards negative infinity.</summary>
    FloorDivide,
}
