using System.Collections.Generic;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>One tensor (or one list) given to a call: in the user's words, and what is known of its shapes.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Tensors">The tensor, or the tensors of the list as far as they are known.</param>
/// <param name="Input">The same for the evaluation of the signature.</param>
internal sealed record CallInput(string Parameter, IReadOnlyList<GivenTensor> Tensors, EvaluationInput Input);

/// <summary>A tensor as written at a call, its shape, and the code that made it.</summary>
internal sealed record GivenTensor(string Text, SymbolicShape Shape, SyntaxNode? Origin);

/// <summary>A call of a method whose shapes are stated, with what the flow analysis knows there. Consumers of the flow read these.</summary>
internal sealed record ShapedCall(
    IOperation Operation,
    IMethodSymbol Method,
    CallSignature Signature,
    IReadOnlyList<CallInput> Inputs,
    IReadOnlyDictionary<string, ArgumentValue> Arguments,
    SignatureResult Result);
