using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>The loops around code, as written.</summary>
internal static class Loops
{
    /// <summary>The innermost loop whose body a node is in, within its function; null where there is none.</summary>
    public static StatementSyntax? Around(SyntaxNode node)
    {
        for (var (child, parent) = (node, node.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case ForStatementSyntax loop when child == loop.Statement:
                    return loop;
                case CommonForEachStatementSyntax loop when child == loop.Statement:
                    return loop;
                case WhileStatementSyntax loop when child == loop.Statement:
                    return loop;
                case DoStatementSyntax loop when child == loop.Statement:
                    return loop;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The outermost loop around a node within its function.</summary>
    public static StatementSyntax? Outermost(SyntaxNode node)
    {
        StatementSyntax? found = null;
        for (var loop = Around(node); loop is not null; loop = Around(loop))
            found = loop;
        return found;
    }

    /// <summary>Whether a statement is one of a loop's own, so that every turn runs it.</summary>
    public static bool IsOnEveryTurn(SyntaxNode node, SyntaxNode loop) => node.FirstAncestorOrSelf<StatementSyntax>() is { } statement && (statement.Parent == loop || statement.Parent is BlockSyntax { Parent: var around } && around == loop);

    /// <summary>Whether a method comes to a statement whatever it is given: no condition stands around it.</summary>
    public static bool IsAlwaysReached(SyntaxNode statement)
    {
        for (var parent = statement.Parent; parent is not null and not (MemberDeclarationSyntax and not GlobalStatementSyntax); parent = parent.Parent)
        {
            if (parent is not (BlockSyntax or GlobalStatementSyntax or UsingStatementSyntax or CompilationUnitSyntax or ForStatementSyntax or CommonForEachStatementSyntax))
                return false;
        }

        return true;
    }

    /// <summary>Whether a loop always ends after a statement in it, in the same turn.</summary>
    public static bool EndsAfter(SyntaxNode node, SyntaxNode loop)
    {
        for (var statement = node.FirstAncestorOrSelf<StatementSyntax>(); statement is not null && statement != loop; statement = statement.Parent?.FirstAncestorOrSelf<StatementSyntax>())
        {
            if (statement.Parent is BlockSyntax block && block.Statements.SkipWhile(other => other != statement).Any(other => other is BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax))
                return true;
        }

        return false;
    }
}
