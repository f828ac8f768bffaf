using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3003: an in-place write to a leaf that requires gradients, or to a view of one, while steps are recorded.</summary>
internal sealed class LeafWriteRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Leaf];

    public override void OnCall(CallEvent call, FlowReport report)
    {
        if (!GradientMetadata.WritesInPlace(call.Method) || call.Arguments is not [{ } target, ..])
            return;
        Check(call, TensorFacts.Of(call.State, target.Value, target.Operation), target.Operation, report);
    }

    public override void OnAssignment(AssignmentEvent assignment, FlowReport report)
    {
        if (TensorFacts.Unconverted(assignment.Target) is IPropertyReferenceOperation { Property: { IsIndexer: true } indexer, Instance: { } whole } && TensorFacts.IsTensor(indexer.ContainingType))
            Check(assignment, TensorFacts.Of(assignment.State, TensorFacts.ValueOf(assignment.State, whole), whole), whole, report);
    }

    private static void Check(FlowEvent happening, TensorFact? fact, IOperation target, FlowReport report)
    {
        if (fact is null || (fact.Alias & (AliasKind.Detached | AliasKind.Data)) != 0)
            return;
        var isLeaf = fact is { IsLeaf: true, Grad: GradState.Required };
        var isViewOfLeaf = fact.Alias == AliasKind.View && TensorFacts.At(happening.State, fact.Storage) is { IsLeaf: true, Grad: GradState.Required };
        if (!isLeaf && !isViewOfLeaf)
            return;

        var mode = GradMode.At(happening.Operation.Syntax);
        if (!mode.IsOn || MayBeCalledInNoGrad(happening.Operation, fact, mode, report.Compilation))
            return;
        var text = target.Syntax.ToString();
        report.At(
            AutogradDescriptors.Leaf,
            happening.Operation.Syntax,
            [fact.ReasonAt?.Node],
            SuggestedChange.Under(happening.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>(), "Autograd.NoGrad()", "Write inside NoGrad"),
            (isViewOfLeaf && !isLeaf ? "a view of a leaf Variable that requires grad is being used in an in-place operation." : "a leaf Variable that requires grad is being used in an in-place operation.")
            + $" '{text}' {(fact.IsParameter ? "is a parameter" : "requires gradients")}. Write inside 'using (Autograd.NoGrad())', or use the form that returns a new tensor");
    }

    /// <summary>A method, lambda or local function that somebody calls inside NoGrad does nothing wrong.</summary>
    private static bool MayBeCalledInNoGrad(IOperation operation, TensorFact fact, GradMode mode, Compilation? compilation)
    {
        var function = operation.Syntax.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);
        if (mode.IsInLambda && fact.Storage.FirstAncestorOrSelf<SyntaxNode>(node => node == function) is null)
            return true;
        if (fact.IsParameter && mode.IsInLambda)
            return true;
        var name = function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
            _ => null,
        };
        return name is not null && compilation is not null && CallNames.Of(compilation).MayRunInsideNoGrad(name);
    }
}
