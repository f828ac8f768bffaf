using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whose parameters an optimizer was given, as its creation is written.</summary>
internal static class Optimizers
{
    /// <summary>The variables of the modules; null where they are not all known.</summary>
    /// <param name="given">What the optimizer is created with.</param>
    public static IReadOnlyList<ISymbol>? ModulesOf(IOperation given)
    {
        var modules = new List<ISymbol>();
        return Collect(given, modules) ? modules : null;
    }

    /// <summary>The creation of the optimizer that a local holds as long as the method runs; null where it is not written so.</summary>
    public static SyntaxNode? CreationOf(ISymbol? optimizer, SyntaxNode place) =>
        optimizer is not null && FixedVariables.Contain(optimizer, place) ? FixedVariables.ValueOf(optimizer) as BaseObjectCreationExpressionSyntax : null;

    public static bool IsOptimizer(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is { Name: "Optimizer", ContainingNamespace.Name: "DslTensors" })
                return true;
        }

        return false;
    }

    /// <summary>The variables whose parameters an expression gives, in a call or in a list of spreads.</summary>
    private static bool Collect(IOperation given, List<ISymbol> modules)
    {
        switch (TensorFacts.Unconverted(given))
        {
            case IInvocationOperation { TargetMethod: { Name: "Parameters" }, Instance: { } module }:
                if (TensorFacts.SymbolOf(module) is not { } symbol || !FixedVariables.Contain(symbol, module.Syntax))
                    return false;
                modules.Add(symbol);
                return true;
            case ICollectionExpressionOperation { Elements: var elements }:
                return elements.All(element => element is ISpreadOperation spread && Collect(spread.Operand, modules));
            case IInvocationOperation { TargetMethod: { Name: "Concat", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var first }, { Value: var second }] }:
                return Collect(first, modules) && Collect(second, modules);
            default:
                return false;
        }
    }
}

/// <summary>The key of the modules that an optimizer was created with.</summary>
internal sealed record OptimizerKey(SyntaxNode Creation);

/// <summary>Modules, by their variables.</summary>
internal sealed record ModulesFact(EquatableArray<ModuleRef> Modules) : FlowValue;

/// <summary>A module by its variable.</summary>
internal readonly record struct ModuleRef(ISymbol Variable)
{
    public bool Equals(ModuleRef other) => SymbolEqualityComparer.Default.Equals(Variable, other.Variable);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Variable);
}
