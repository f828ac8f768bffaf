using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Elementwise;

/// <summary>The values of literals and of constants that have no source.</summary>
internal static class LiteralParser
{
    /// <summary>A literal by its text: <c>1.702f</c> is 1.702.</summary>
    public static Expression Parse(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        bool value => Constant.Of(value),
        float or double => new Constant(double.Parse(Digits(literal.Token.Text), NumberStyles.Float, CultureInfo.InvariantCulture)),
        int value => new Constant(value),
        _ => throw new RefusedException(literal, $"The literal {literal} is neither a number of type float, double or int nor a truth value."),
    };

    /// <summary>A constant from metadata, by its shortest digits; pi, e and tau exactly.</summary>
    public static Expression? Parse(IFieldSymbol field) => (field.Name, field.ConstantValue) switch
    {
        ("PI" or "Pi", float) when IsNumeric(field) => Math.PI,
        ("E", float) when IsNumeric(field) => Math.E,
        ("Tau", float) when IsNumeric(field) => 2 * Math.PI,
        var (_, value) => OfValue(value),
    };

    /// <summary>A value of which only the bits are known: the shortest digits stand for what was written.</summary>
    public static Expression? OfValue(object? constant) => constant switch
    {
        bool value => Constant.Of(value),
        int value => value,
        double value => value,
        float value when float.IsNaN(value) || float.IsInfinity(value) => value,
        float value => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool IsNumeric(IFieldSymbol field) => field.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    private static string Digits(string text) => text.Replace("_", "").TrimEnd('f', 'F', 'd', 'D');
}
