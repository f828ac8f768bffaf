using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Operators;

/// <summary>What is wrong with a declaration, where, and what would be right. An analyzer reports it.</summary>
internal sealed record OperatorProblem(Location? Location, string Message);

/// <summary>A model, or the reasons why there is none.</summary>
internal sealed record OperatorParseResult(OperatorModel? Model, ImmutableArray<OperatorProblem> Problems);
