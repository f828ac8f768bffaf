using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>What the parse of a body can see: the compilation, and the functions it is inside of, so that recursion ends.</summary>
internal sealed class FunctionScope(Compilation compilation, CancellationToken cancellation)
{
    private readonly Stack<IMethodSymbol> _open = new();

    public CancellationToken Cancellation => cancellation;

    public SemanticModel Model(SyntaxNode node) => compilation.GetSemanticModel(node.SyntaxTree);

    public bool IsOpen(IMethodSymbol method)
    {
        foreach (var open in _open)
        {
            if (SymbolEqualityComparer.Default.Equals(open, method))
                return true;
        }

        return false;
    }

    public void Enter(IMethodSymbol method) => _open.Push(method);

    public void Leave() => _open.Pop();
}
