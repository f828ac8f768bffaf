using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Modules;

/// <summary>Reads the sizes in <c>[Parameter(...)]</c> and <c>[Buffer(...)]</c>, and turns them into C# expressions.</summary>
internal sealed class DimensionParser(IReadOnlyDictionary<string, ITypeSymbol> constructorParameters)
{
    /// <summary>The C# expression of a size, or the rule that is broken and how.</summary>
    public (string? Expression, ModuleProblemKind Problem, string Explanation) Parse(TypedConstant argument) => argument.Value switch
    {
        int count and >= 0 => Accept(count.ToString(CultureInfo.InvariantCulture)),
        string text => ParseText(text),
        _ => Invalid($"a size is a count of 0 or more, or a text, not {argument.ToCSharpString()}"),
    };

    private (string?, ModuleProblemKind, string) ParseText(string text)
    {
        var parsed = SignatureParser.ParseShape(text);
        if (parsed.Error is { } error)
            return Invalid($"\"{text}\": {error.Message}");
        if (parsed.Shape is not { IsList: false, IsOptional: false, Dims: { Count: 1 } dims } || dims[0] is not (NamedDim or LiteralDim or ExpressionDim))
            return Invalid($"\"{text}\" is not one size; give each size as an argument of its own: a count, a name, or arithmetic in parentheses");

        var unknown = dims[0].BoundNames().Concat(dims[0].UsedNames()).FirstOrDefault(name => !IsSize(name));
        if (unknown is not null)
            return (null, ModuleProblemKind.UnknownDimension, Explain(unknown));
        // The shape language writes arithmetic as C# does.
        return Accept(dims[0] is ExpressionDim computed ? computed.Expression.Inner : Identifiers.Escape(dims[0].ToString()));
    }

    private bool IsSize(string name) => constructorParameters.TryGetValue(name, out var type) && type.SpecialType == SpecialType.System_Int32;

    private string Explain(string name)
    {
        if (constructorParameters.TryGetValue(name, out var type))
            return $"'{name}' is a {type.ToDisplayString()}; a size must be an int";
        var sizes = constructorParameters.Keys.Where(IsSize).ToList();
        return $"'{name}' is no parameter of the primary constructor, {(sizes.Count == 0 ? "which has no int parameters" : $"whose int parameters are {string.Join(", ", sizes)}")}";
    }

    private static (string?, ModuleProblemKind, string) Accept(string expression) => (expression, default, "");

    private static (string?, ModuleProblemKind, string) Invalid(string explanation) => (null, ModuleProblemKind.InvalidDimension, explanation);
}
