using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>Why a function can't be compiled, where in which file, and what would work.</summary>
internal sealed record ElementwiseProblem(string Message, string FilePath, int Start, int Length)
{
    public static ElementwiseProblem At(SyntaxNodeOrToken where, string message) =>
        new(message, where.SyntaxTree?.FilePath ?? "", where.SpanStart, where.Span.Length);
}

/// <summary>The outcome of parsing one <c>[Elementwise]</c> method: a model, or the reasons why there is none.</summary>
internal sealed record ElementwiseParse(ElementwiseModel? Model, EquatableArray<ElementwiseProblem> Problems);
