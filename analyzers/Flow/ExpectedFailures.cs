using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>Code that fails on purpose: inside a <c>try</c> that catches the library's exceptions, or in a test that asserts them.</summary>
internal sealed class ExpectedFailures(TensorSymbols symbols, SemanticModel? model)
{
    public bool Cover(Location location, CancellationToken cancellation)
    {
        var node = location.SourceTree?.GetRoot(cancellation).FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        for (var child = node; child?.Parent is { } parent; child = parent)
        {
            if (parent is TryStatementSyntax statement && child == statement.Block && statement.Catches.Any(clause => Catches(clause, cancellation)))
                return true;
            if (child is AnonymousFunctionExpressionSyntax && parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && Asserts(call))
                return true;
        }

        return false;
    }

    private bool Catches(CatchClauseSyntax clause, CancellationToken cancellation)
    {
        if (clause.Declaration is not { } declaration || symbols.TensorException is not { } exception)
            return false;
        for (var type = model?.GetTypeInfo(declaration.Type, cancellation).Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, exception))
                return true;
        }

        return false;
    }

    /// <summary>Assert.Throws, Record.Exception, Assert.Catch and their like in every test framework.</summary>
    private static bool Asserts(InvocationExpressionSyntax call)
    {
        var name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.Contains("Throw") || name.Contains("Exception") || name.Contains("Catch");
    }
}
