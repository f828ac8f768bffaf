using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Whether steps are recorded at a place.</summary>
/// <param name="IsOff">Certainly inside NoGrad.</param>
/// <param name="IsOn">As far as the method shows, steps are recorded.</param>
/// <param name="Scope">The call that opened the innermost scope.</param>
/// <param name="IsInLambda">The place is in a lambda or local function, which may run in another mode.</param>
internal sealed record GradMode(bool IsOff, bool IsOn, SyntaxNode? Scope, bool IsInLambda)
{
    // Every rule asks for the mode of the same places, in every pass over a loop.
    private static readonly ConditionalWeakTable<SyntaxNode, GradMode> Known = new();
    private static readonly ConditionalWeakTable<SyntaxNode, object> Openers = new();

    /// <summary>Reads the <c>using</c>s around a place.</summary>
    public static GradMode At(SyntaxNode place) => Known.GetValue(place, static key => Read(key));

    private static GradMode Read(SyntaxNode place)
    {
        var isInLambda = false;
        for (var (child, parent) = (place, place.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            var scope = parent switch
            {
                UsingStatementSyntax statement when child == statement.Statement => ScopeOf(statement),
                BlockSyntax block => LastUsing(block.Statements, child),
                SwitchSectionSyntax section => LastUsing(section.Statements, child),
                CompilationUnitSyntax unit => LastUsing(unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement), (child as GlobalStatementSyntax)?.Statement ?? child),
                _ => null,
            };
            if (scope is not null)
            {
                var isOff = NameOf(scope) is not "EnableGrad" && !scope.ArgumentList.Arguments.Any();
                return new GradMode(isOff && !isInLambda, !isOff && !isInLambda && NameOf(scope) == "EnableGrad", scope, isInLambda);
            }

            if (parent is LocalFunctionStatementSyntax || (parent is AnonymousFunctionExpressionSyntax lambda && !ImmediateLambdas.Contain(lambda)))
                isInLambda = true;
            if (parent is MemberDeclarationSyntax and not (BaseTypeDeclarationSyntax or GlobalStatementSyntax or BaseNamespaceDeclarationSyntax))
                return new GradMode(false, !OpensByHand(parent), null, isInLambda);
        }

        return new GradMode(false, !OpensByHand(place.SyntaxTree.GetRoot()), null, isInLambda);
    }

    /// <summary>Whether a call opens a scope of gradients.</summary>
    public static bool IsScope(InvocationExpressionSyntax call) => NameOf(call) is "NoGrad" or "InferenceMode" or "EnableGrad" or "Inference";

    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    private static InvocationExpressionSyntax? ScopeOf(UsingStatementSyntax statement)
    {
        if (statement.Expression is InvocationExpressionSyntax call && IsScope(call))
            return call;
        return statement.Declaration?.Variables.Select(variable => variable.Initializer?.Value).OfType<InvocationExpressionSyntax>().FirstOrDefault(IsScope);
    }

    private static InvocationExpressionSyntax? LastUsing(IEnumerable<StatementSyntax> statements, SyntaxNode before)
    {
        InvocationExpressionSyntax? last = null;
        foreach (var statement in statements)
        {
            if (statement == before)
                break;
            if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, Declaration.Variables: var variables })
                last = variables.Select(variable => variable.Initializer?.Value).OfType<InvocationExpressionSyntax>().FirstOrDefault(IsScope) ?? last;
        }

        return last;
    }

    // A scope that no using closes may reach anywhere.
    private static bool OpensByHand(SyntaxNode member) => (bool)Openers.GetValue(member, static key => FindOpener(key));

    private static bool FindOpener(SyntaxNode member) => member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => IsScope(call) && NameOf(call) != "EnableGrad" && call.Parent switch
    {
        UsingStatementSyntax => false,
        EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } } => false,
        EqualsValueClauseSyntax { Parent.Parent.Parent: UsingStatementSyntax } => false,
        _ => true,
    });
}
