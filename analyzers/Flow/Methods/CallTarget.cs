using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>Finds the method that really runs when one is called.</summary>
internal static class CallTarget
{
    /// <summary>Null where another one than the called may run.</summary>
    public static IMethodSymbol? Of(IMethodSymbol method, FlowValue? receiver)
    {
        if (method.ReducedFrom is { } reduced)
            method = reduced;
        if (!method.IsVirtual && !method.IsAbstract && (!method.IsOverride || method.IsSealed) && method.ContainingType?.TypeKind != TypeKind.Interface)
            return method;

        // Only a module whose creation was seen has exactly that type.
        return receiver is ModuleFlow { Origin: not null, Type: INamedTypeSymbol type } ? Find(type, method.Name, method.Parameters.Length) : null;
    }

    /// <summary>The method of a name that an object of a type has.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, string name, int parameters)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            var found = current.GetMembers(name).OfType<IMethodSymbol>().Where(method => !method.IsStatic && method.Parameters.Length == parameters).ToList();
            if (found.Count > 0)
                return found is [{ IsAbstract: false } single] ? single : null;
        }

        return null;
    }
}
