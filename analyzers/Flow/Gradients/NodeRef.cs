using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The code that made a tensor, as an element of lists that compare by their elements.</summary>
internal readonly record struct NodeRef(SyntaxNode Node);
