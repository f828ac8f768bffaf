using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Generator.Elementwise;

/// <summary>Calls: functions of .NET, and elementwise functions of this or another compilation, which are inlined.</summary>
internal static class CallParser
{
    public static Expression Parse(IInvocationOperation call, List<Expression> arguments, FunctionScope scope)
    {
        var method = call.TargetMethod;
        if (IsNumericType(method.ContainingType))
            return ParseNumeric(call, arguments);
        if (scope.IsOpen(method))
            throw Refusals.Recursion(call);
        if (FindSerialized(method) is { } serialized)
            return InlineSerialized(serialized, call, arguments);
        if (!method.HasAttribute(ElementwiseNames.Elementwise) || method.DeclaringSyntaxReferences.IsEmpty)
            throw Refusals.ForeignCall(call);

        try
        {
            var values = new Dictionary<ISymbol, Expression>(SymbolEqualityComparer.Default);
            foreach (var (parameter, argument) in method.Parameters.Zip(arguments, (parameter, argument) => (parameter, argument)))
                values[parameter] = argument;
            return new BodyParser(scope).Parse(method, values);
        }
        catch (RefusedException inner)
        {
            throw Refusals.InCallee(call, inner.Message);
        }
    }

    private static Expression ParseNumeric(IInvocationOperation call, List<Expression> arguments)
    {
        var name = call.TargetMethod.Name;
        if (arguments.Any(argument => argument.IsLogical))
            throw Refusals.ForeignCall(call);
        return FunctionTable.FindSource(name, arguments.Count) is { } function
            ? new Call(function, [.. arguments])
            : Expansions.Find(name, arguments) ?? throw Refusals.ForeignCall(call);
    }

    /// <summary>The body that a library's generator left in metadata, on the method or on the type that holds it.</summary>
    private static string? FindSerialized(IMethodSymbol method) =>
        method.GetAttributes().Concat(method.ContainingType?.GetAttributes() ?? [])
            .Where(attribute => attribute.AttributeClass?.ToDisplayString() == ElementwiseNames.Body)
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .FirstOrDefault(text => text?.StartsWith(method.Name + "(", StringComparison.Ordinal) == true);

    private static Expression InlineSerialized(string serialized, IInvocationOperation call, List<Expression> arguments)
    {
        try
        {
            return SerializedFunction.Inline(serialized, call.TargetMethod.Name, arguments) ?? throw Refusals.ForeignCall(call);
        }
        catch (FormatException damaged)
        {
            throw Refusals.InCallee(call, damaged.Message);
        }
    }

    private static bool IsNumericType(INamedTypeSymbol? type) =>
        type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || type?.ToDisplayString() is "System.MathF" or "System.Math" or ElementwiseNames.ScalarMath;
}
