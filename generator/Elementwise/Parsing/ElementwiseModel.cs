using DslTensors.Generator.Models;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// An <c>[Elementwise]</c> function, compiled: what the operator's emitter needs, as text.
/// </summary>
/// <param name="Name">The method's name.</param>
/// <param name="Parameters">All parameters, in order.</param>
/// <param name="IsPredicate">The function returns a truth value; its lane body returns a mask.</param>
/// <param name="IsIntegral">The body stays exact on integers: it may be used on integer tensors.</param>
/// <param name="IsDifferentiable">Whether the operator has gradients at all.</param>
/// <param name="Forward">The body over lanes.</param>
/// <param name="Gradients">One for each tensor input; empty when not differentiable.</param>
/// <param name="Serialized">The function as text, from which other compilations inline it.</param>
internal sealed record ElementwiseModel(
    string Name,
    EquatableArray<ElementwiseParameter> Parameters,
    bool IsPredicate,
    bool IsIntegral,
    bool IsDifferentiable,
    EmittedBody Forward,
    EquatableArray<ElementwiseGradient> Gradients,
    string Serialized);

/// <summary>A parameter of an elementwise function.</summary>
/// <param name="Name">The name in the source.</param>
/// <param name="Kind">A tensor input, or a number, integer or flag for all elements.</param>
/// <param name="Default">The default value as C#, if there is one.</param>
internal sealed record ElementwiseParameter(string Name, VariableKind Kind, string? Default);

/// <summary>The gradient with respect to one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="IsZero">The derivative is zero everywhere; nothing is saved.</param>
/// <param name="IsHandWritten">It comes from a <c>[Gradient]</c> method.</param>
/// <param name="Arguments">What the formula names, in the order grad, inputs, result, scalars: all but <c>grad</c> and the scalars is saved.</param>
/// <param name="Lane">The formula over lanes.</param>
/// <param name="Tensor">The formula in tensor operations.</param>
internal sealed record ElementwiseGradient(
    string Input,
    bool IsZero,
    bool IsHandWritten,
    EquatableArray<ElementwiseArgument> Arguments,
    EmittedBody Lane,
    EmittedBody Tensor);

/// <summary>A value that a gradient formula names.</summary>
internal sealed record ElementwiseArgument(string Name, VariableKind Kind);
