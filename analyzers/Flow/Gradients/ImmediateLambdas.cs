using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Lambdas that run where they are written: those that a method of Enumerable runs to the end before it returns.</summary>
internal static class ImmediateLambdas
{
    private static readonly HashSet<string> Consuming =
        ["Average", "Sum", "Min", "Max", "MinBy", "MaxBy", "Count", "LongCount", "All", "Any", "Aggregate", "ToList", "ToArray", "ToDictionary", "ToHashSet", "First", "FirstOrDefault", "Last", "Single"];

    private static readonly HashSet<string> Deferring = ["Select", "Where", "SelectMany", "Zip", "OrderBy", "OrderByDescending", "TakeWhile", "SkipWhile", "Take", "Skip"];

    public static bool Contain(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.AsyncKeyword.RawKind == 0 && lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } call } && IsConsumed(call);

    private static bool IsConsumed(InvocationExpressionSyntax call)
    {
        var name = GradMode.NameOf(call);
        if (Consuming.Contains(name))
            return true;
        return Deferring.Contains(name) && call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == call && IsConsumed(next);
    }
}
