using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4006: a layer with parameters, or with a mode, is created in Forward and kept nowhere.</summary>
internal sealed class LayerInForwardRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Inside];

    public override void OnCreation(CreationEvent creation, FlowReport report)
    {
        if (creation is not { Operation: IObjectCreationOperation { Type: { } type } operation } || !ModuleTraits.IsModule(type))
            return;
        var traits = creation.Result is ModuleFlow module ? ModuleTraits.Of(module) : ModuleTraits.Of(type);
        if (!traits.HasParameters && !traits.HasModes)
            return;
        if (operation.Syntax.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not MethodDeclarationSyntax { Identifier.ValueText: "Forward" } || report.Owner is not { ContainingType: { } owner } || !ModuleTraits.IsModule(owner) || IsKept(operation, owner) || IsLoss(type))
            return;
        report.At(
            TrainingDescriptors.Inside,
            operation.Syntax,
            null,
            null,
            traits.HasParameters
                ? $"Each call of Forward makes a new {type.Name} with weights of its own, which no optimizer trains and no state dict saves. Declare it as a property: public {type.Name} ... {{ get; }} = new(...)"
                : $"A {type.Name} that is made in Forward is always in training mode: Eval() of the model does not reach it. Declare it as a property: public {type.Name} ... {{ get; }} = new(...)");
    }

    /// <summary>A layer that is made on first use, or a part of one that was reported.</summary>
    private static bool IsKept(IOperation operation, INamedTypeSymbol owner)
    {
        for (var parent = operation.Syntax.Parent; parent is not null and not MethodDeclarationSyntax; parent = parent.Parent)
        {
            if (parent is AssignmentExpressionSyntax { Left: var target } && owner.GetMembers(target.ToString().Replace("this.", "")).Any(member => member is IFieldSymbol or IPropertySymbol))
                return true;
            if (parent is BaseObjectCreationExpressionSyntax)
                return true;
        }

        return false;
    }

    private static bool IsLoss(ITypeSymbol type) => type.Name.EndsWith("Loss", System.StringComparison.Ordinal);
}
