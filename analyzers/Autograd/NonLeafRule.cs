using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Autograd;

/// <summary>DSLT3009 and DSLT3010: RequiresGrad set, or Grad read, on the result of an operator.</summary>
internal sealed class NonLeafRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [AutogradDescriptors.Flag, AutogradDescriptors.Gradient];

    public override void OnAssignment(AssignmentEvent assignment, FlowReport report)
    {
        if (TensorFacts.Unconverted(assignment.Target) is not IPropertyReferenceOperation { Property: { Name: "RequiresGrad" } property, Instance: { } tensor } || !TensorFacts.IsTensor(property.ContainingType))
            return;
        if (TensorFacts.IsInteger(tensor.Type) && assignment.Value is BoolFlow { Value: true })
        {
            report.At(
                AutogradDescriptors.Flag,
                assignment.Operation.Syntax,
                null,
                null,
                $"only Tensors of floating point and complex dtype can require gradients. '{tensor.Syntax}' holds {tensor.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}. Train what is computed from it, an embedding or a To<float>()");
            return;
        }

        var value = TensorFacts.ValueOf(assignment.State, tensor);
        if (TensorFacts.Of(assignment.State, value) is not { IsResult: true, Grad: GradState.Required })
            return;
        var text = tensor.Syntax.ToString();
        report.At(
            AutogradDescriptors.Flag,
            assignment.Operation.Syntax,
            [(value as TensorFlow)?.Origin],
            null,
            "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that doesn't require differentiation use var_no_grad = var.detach(). "
            + $"'{text}' is the result of line {LineOf.Node(((TensorFlow)value).Origin!)}. Use {text}.Detach(), or set the flag on what it is computed from");
    }

    public override void OnRead(ReadEvent read, FlowReport report)
    {
        if (read is not { Member: IPropertySymbol { Name: "Grad" } property, Instance: TensorFlow { Origin: { } origin } } || !TensorFacts.IsTensor(property.ContainingType))
            return;
        if (TensorFacts.At(read.State, origin) is not { IsResult: true, Grad: GradState.Required } || read.State[new RetainedKey(origin)] is PlaceFact || IsAsked(read.Operation.Syntax))
            return;
        var text = (read.Operation as IPropertyReferenceOperation)?.Instance?.Syntax.ToString() ?? "the tensor";
        report.At(
            AutogradDescriptors.Gradient,
            read.Operation.Syntax,
            [origin],
            RetainAfter(origin, text),
            $"The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). '{text}' is the result of line {LineOf.Node(origin)}, so its Grad stays null. Call {text}.RetainGrad() before Backward, or read the Grad of the leaf");
    }

    // Whether there is a gradient may be the question.
    private static bool IsAsked(SyntaxNode node) => node.Parent switch
    {

        // Who names the gradient that is there wants to use it; who only asks may know the answer.
        IsPatternExpressionSyntax { Pattern: RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax } or DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax } } => false,
        IsPatternExpressionSyntax => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => GradMode.NameOf(call).Contains("Null"),
        ConditionalAccessExpressionSyntax access => IsShown(access),
        _ => false,
    };

    /// <summary>Whether something is only shown, or compared by a test.</summary>
    private static bool IsShown(ExpressionSyntax expression)
    {
        for (SyntaxNode? parent = expression.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } or ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax:
                    continue;
                case EqualsValueClauseSyntax or AssignmentExpressionSyntax:
                    return false;
                default:
                    return true;
            }
        }

        return true;
    }

    private static ImmutableDictionary<string, string?>? RetainAfter(SyntaxNode origin, string text)
    {
        if (origin.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: var value }] } declaration || name != text || value != origin)
            return null;
        var indentation = new string([.. declaration.SyntaxTree.GetText().Lines.GetLineFromPosition(declaration.SpanStart).ToString().TakeWhile(char.IsWhiteSpace)]);
        return SuggestedChange.Replacing(new TextSpan(declaration.Span.End, 0), $"\n{indentation}{name}.RetainGrad();", "Keep its gradient: RetainGrad()");
    }
}
