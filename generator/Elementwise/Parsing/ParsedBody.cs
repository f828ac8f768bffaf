using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>A simplified formula and the names that the source gives to parts of it.</summary>
internal sealed record ParsedBody(Expression Formula, IReadOnlyDictionary<Expression, string> Names)
{
    /// <exception cref="RefusedException">The body has no meaning for a lane.</exception>
    public static ParsedBody Parse(IMethodSymbol method, Dictionary<ISymbol, Expression> values, FunctionScope scope)
    {
        var parser = new BodyParser(scope);
        var formula = parser.Parse(method, values);
        var simplifier = new Simplifier();
        var names = new Dictionary<Expression, string>();
        foreach (var pair in parser.Names)
            names[simplifier.Simplify(pair.Key)] = pair.Value;
        return new ParsedBody(simplifier.Simplify(formula), names);
    }
}
