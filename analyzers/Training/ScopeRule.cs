using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4014 and DSLT4015: a scope that nothing disposes, and one that is open while an iterator hands out an element.</summary>
internal sealed class ScopeRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Scope, TrainingDescriptors.Yield];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        foreach (var operation in body.Operations)
        {
            if (operation is IInvocationOperation { Type: { Name: "AutogradScope" or "InferenceScope", ContainingNamespace.Name: "DslTensors" } } call)
                CheckDisposal(call, body, report);
            else if (operation is IReturnOperation { Kind: OperationKind.YieldReturn } && GradMode.At(operation.Syntax) is { Scope: { } scope, IsInLambda: false })
                report.At(
                    TrainingDescriptors.Yield,
                    scope,
                    [operation.Syntax],
                    null,
                    $"The scope is open while 'yield return' on line {LineOf.Node(operation.Syntax)} hands out an element: the consumer's code runs inside it. Compute the element inside the scope, and yield it outside");
        }
    }

    private static void CheckDisposal(IInvocationOperation call, TrainingBody body, FlowReport report)
    {
        var text = call.Syntax.ToString();
        switch (call.Parent)
        {
            case IExpressionStatementOperation { Syntax: ExpressionStatementSyntax statement }:
                Report($"using var {NameFor(call)} = ", statement.SpanStart);
                break;
            case ISimpleAssignmentOperation { Target: IDiscardOperation, Syntax: AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment }:
                Report("using var ", statement.SpanStart, assignment.Left.Span, NameFor(call));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local, Syntax.Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration } }
                when !body.Root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local)):
                Report("using ", declaration.SpanStart);
                break;
        }

        void Report(string code, int start, TextSpan? replaced = null, string name = "") => report.At(
            TrainingDescriptors.Scope,
            call.Syntax,
            null,
            replaced is { } span ? SuggestedChange.Replacing(span, code + name, "Dispose the scope: using") : SuggestedChange.Replacing(new TextSpan(start, 0), code, "Dispose the scope: using"),
            $"Nothing disposes the scope of {text}, so that it holds for everything that this thread does from here on. Write 'using var {NameFor(call)} = {text};' or 'using ({text}) {{ ... }}'");
    }

    private static string NameFor(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        return char.ToLowerInvariant(name[0]) + name.Substring(1);
    }
}
