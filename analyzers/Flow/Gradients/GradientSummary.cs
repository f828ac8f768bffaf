using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What a body of the compilation does with gradients on every way, whatever it is given.</summary>
/// <param name="Result">What is known of the tensor that it returns; null where nothing is.</param>
/// <param name="Saves">Whether the graph of the result surely keeps something that backward releases.</param>
/// <param name="Spoiled">The writes to what that graph keeps.</param>
/// <param name="Kept">The members of the object that hold a tensor of which that graph keeps the values.</param>
/// <param name="Written">The members of the object that it writes into.</param>
/// <param name="Weights">The weights that it writes into.</param>
internal sealed record GradientSummary(
    TensorFact? Result, bool Saves, IReadOnlyList<Spoiling> Spoiled, IReadOnlyList<KeptMember> Kept, IReadOnlyList<WrittenMember> Written, IReadOnlyList<WrittenWeight> Weights);

/// <summary>The weight of a layer that a parameter, of the method or of the object's constructor, holds, written in place.</summary>
internal sealed record WrittenWeight(IParameterSymbol Layer, AliasKind Alias, SyntaxNode Write);

/// <summary>A member that holds a tensor whose values a step keeps.</summary>
internal sealed record KeptMember(ISymbol Member, AliasKind Alias, Saving Saving);

/// <summary>A member whose tensor is written in place.</summary>
internal sealed record WrittenMember(ISymbol Member, AliasKind Alias, SyntaxNode Write);

/// <summary>The key of what a member of an object holds for a step of the method.</summary>
internal sealed record KeptKey(ISymbol Owner, ISymbol Member)
{
    public bool Equals(KeptKey? other) => other is not null && SymbolEqualityComparer.Default.Equals(Owner, other.Owner) && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Owner) ^ SymbolEqualityComparer.Default.GetHashCode(Member);
}

/// <summary>What a member of an object holds for a step of the method.</summary>
internal sealed record KeptFact(AliasKind Alias, Saving Saving) : FlowValue;
