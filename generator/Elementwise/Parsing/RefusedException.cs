using System;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>Ends the parse of a body at the construct that has no meaning for a lane; never leaves the parser.</summary>
internal sealed class RefusedException(SyntaxNodeOrToken where, string message) : Exception(message)
{
    public ElementwiseProblem Problem { get; } = ElementwiseProblem.At(where, message);
}
