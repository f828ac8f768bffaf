using System;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>A module: its exact type, what its constructor was given, and of a container the modules in it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Arguments">What is known of the constructor's parameters, defaults included.</param>
/// <param name="Items">The modules of a container: a list in order, or a sequence of unknown length; null where they are not known.</param>
/// <param name="Origin">The code that made it.</param>
internal sealed record ModuleFlow(ITypeSymbol Type, EquatableArray<NamedFlow> Arguments, FlowValue? Items, SyntaxNode? Origin) : FlowValue
{
    /// <summary>The value that a constructor parameter had.</summary>
    public FlowValue this[string parameter]
    {
        get
        {
            foreach (var argument in Arguments)
            {
                if (argument.Name == parameter)
                    return argument.Value;
            }

            return Unknown;
        }
    }

    public bool Equals(ModuleFlow? other) => other is not null
        && SymbolEqualityComparer.Default.Equals(Type, other.Type) && Arguments == other.Arguments && Equals(Items, other.Items);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);

    public override FlowValue Join(FlowValue other)
    {
        if (Equals(other))
            return this;
        if (other is not ModuleFlow module || !SymbolEqualityComparer.Default.Equals(Type, module.Type))
            return Unknown;
        var arguments = Arguments.Select(argument => argument with { Value = argument.Value.Join(module[argument.Name]) }).ToEquatableArray();
        return new ModuleFlow(Type, arguments, Items is null || module.Items is null ? null : Items.Join(module.Items), Origin);
    }

    public override FlowValue Select(Func<SymbolicSize, SymbolicSize> size) => this with
    {
        Arguments = Arguments.Select(argument => argument with { Value = argument.Value.Select(size) }).ToEquatableArray(),
        Items = Items?.Select(size),
    };
}

/// <summary>A value under a name.</summary>
internal sealed record NamedFlow(string Name, FlowValue Value);
