using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Makes values of modules: where one is created, of the object that a method runs on, and of a base class.</summary>
internal sealed class ModuleCreation(FlowWorld world)
{
    // More modules than this in one list are treated as a list of unknown length.
    private const int MostRepeated = 64;

    /// <summary>The module that a constructor call makes.</summary>
    public ModuleFlow Create(ITypeSymbol type, IMethodSymbol? constructor, IReadOnlyList<GivenArgument> given, SyntaxNode origin)
    {
        var arguments = new List<NamedFlow>();
        foreach (var parameter in constructor?.Parameters ?? [])
        {
            var value = given.Where(item => SymbolEqualityComparer.Default.Equals(item.Parameter, parameter)).Select(item => item.Value).FirstOrDefault() ?? FlowValue.Unknown;

            // One stride may stand for several: not even how many numbers there are is known.
            if (value is UnknownFlow && parameter.Type.Name == "PerDimension")
                value = new IntFlow(SymbolicSize.Unknown);
            arguments.Add(new NamedFlow(parameter.Name, value));
        }

        return new ModuleFlow(type, arguments.ToEquatableArray(), world.Symbols.IsContainer(type) ? Items(given) : null, origin);
    }

    /// <summary>The object that a member of a type runs on: its constructor's integers are names.</summary>
    public ModuleFlow Instance(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).ToList();
        var primary = constructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is TypeDeclarationSyntax)
            ?? (constructors is [var single] ? single : null);
        var arguments = (primary?.Parameters ?? []).Select(parameter => new NamedFlow(
            parameter.Name,
            parameter.Type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 ? new IntFlow(SymbolicSize.Named(parameter.Name)) : FlowValue.Unknown));
        return new ModuleFlow(type, arguments.ToEquatableArray(), null, null);
    }

    /// <summary>The same object as one of its base classes sees it.</summary>
    public ModuleFlow? AsBase(ModuleFlow module, INamedTypeSymbol wanted, FlowContext asking)
    {
        for (var depth = 0; depth < 16 && module.Type is INamedTypeSymbol type; depth++)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, wanted.OriginalDefinition))
                return module;
            if (type.BaseType is not { } next)
                return null;
            module = Base(module, type, next, asking);
        }

        return null;
    }

    private ModuleFlow Base(ModuleFlow module, INamedTypeSymbol type, INamedTypeSymbol next, FlowContext asking)
    {
        // Of a compiled class, what it gives to its base is not visible; the library's own classes give on what they are given.
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return module with { Type = next };

        foreach (var initializer in type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(asking.Cancellation))
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.BaseList?.Types ?? [])
            .OfType<PrimaryConstructorBaseTypeSyntax>())
        {
            if (asking.Calls.Enter(type) is not { } calls || world.Bodies.ModelOf(initializer.SyntaxTree).GetOperation(initializer, asking.Cancellation) is not IInvocationOperation call)
                continue;
            var context = new FlowContext(world, SilentListener.Instance, type, module, calls, asking.Cancellation);
            var evaluator = new OperationEvaluator(context, WriteFinder.None, VariableFacts.None, null, FlowState.Empty);
            var given = call.Arguments.Select(item => new GivenArgument(item.Parameter, item.Value, evaluator.Evaluate(item.Value))).ToList();
            return Create(next, call.TargetMethod, given, initializer) with { Origin = module.Origin };
        }

        return new ModuleFlow(next, EquatableArray<NamedFlow>.Empty, null, module.Origin);
    }

    private static FlowValue? Items(IReadOnlyList<GivenArgument> given) => given switch
    {
        [{ Value: ListFlow { Items.Count: > 0 } list }] => list,
        [{ Value: IntFlow { Size.Number: > 0 and <= MostRepeated and var count } }, { Value: SequenceFlow { Element: var element } }] =>
            new ListFlow(Enumerable.Repeat(element, (int)count).ToEquatableArray()),
        [.., { Value: SequenceFlow sequence }] => sequence,
        _ => null,
    };
}
