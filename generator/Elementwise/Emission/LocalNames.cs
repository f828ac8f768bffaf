using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Elementwise;

/// <summary>Names for locals: the user's own, the function's that is called (<c>exp</c>), else <c>t0</c>, <c>t1</c>.</summary>
internal sealed class LocalNames(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = [.. reserved, "grad", "result", "L"];

    public string Take(string wanted)
    {
        var name = wanted;
        for (var number = 2; IsTaken(name); number++)
            name = wanted + number;
        _taken.Add(name);
        return name;
    }

    public string TakeFor(Call call)
    {
        if (call.Function.Notation == Notation.Function)
            return Take(char.ToLowerInvariant(call.Function.Name[0]) + call.Function.Name.Substring(1));
        for (var number = 0; ; number++)
        {
            if (_taken.Add("t" + number))
                return "t" + number;
        }
    }

    private bool IsTaken(string name) => _taken.Contains(name) || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
