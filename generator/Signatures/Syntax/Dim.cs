using System;
using System.Collections.Generic;
using System.Globalization;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>One entry of a shape.</summary>
internal abstract record Dim
{
    /// <summary>Names that this entry gives a size to when it stands in an input.</summary>
    public virtual IEnumerable<string> BoundNames() => Array.Empty<string>();

    /// <summary>Names whose size this entry computes with.</summary>
    public virtual IEnumerable<string> UsedNames() => Array.Empty<string>();

    /// <summary>The text of a whole shape; rank 0 is <c>()</c>.</summary>
    public static string Join(EquatableArray<Dim> dims) => dims.Count == 0 ? "()" : string.Join(" ", dims);
}

/// <summary>A size with a name; wherever the name returns, the size is the same.</summary>
internal sealed record NamedDim(string Name) : Dim
{
    public override IEnumerable<string> BoundNames() => [Name];

    public override string ToString() => Name;
}

/// <summary>A fixed size.</summary>
internal sealed record LiteralDim(int Value) : Dim
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary><c>s...</c>: any number of dimensions, under one name; or <c>b?</c>: one dimension that may be missing.</summary>
internal sealed record RestDim(string Name, bool IsOptional = false) : Dim
{
    public override IEnumerable<string> BoundNames() => [Name];

    public override string ToString() => Name + (IsOptional ? "?" : "...");
}

/// <summary><c>...</c>: any number of dimensions, broadcast between the inputs.</summary>
internal sealed record EllipsisDim : Dim
{
    public override string ToString() => "...";
}

/// <summary>A computed size, in parentheses.</summary>
internal sealed record ExpressionDim(SizeExpression Expression) : Dim
{
    public override IEnumerable<string> UsedNames() => Expression.UsedNames();

    public override string ToString() => $"({Expression.Inner})";
}
