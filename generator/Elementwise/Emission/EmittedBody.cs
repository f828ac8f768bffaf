using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Elementwise;

/// <summary>A formula as C#: locals, then the expression that is returned.</summary>
internal sealed record EmittedBody(EquatableArray<string> Locals, string Result)
{
    /// <summary>Without locals: fit for an expression body, <c>=&gt; Result;</c>.</summary>
    public bool IsExpression => Locals.Count == 0;

    /// <summary>The lines of a method body.</summary>
    public IEnumerable<string> Statements => Locals.Append($"return {Result};");
}
