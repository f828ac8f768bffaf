using DslTensors.Generator.Models;

namespace DslTensors.Generator.Operators;

/// <summary>A structured operator as its <c>[TensorOp]</c> class declares it.</summary>
internal sealed record OperatorModel(
    DeclaringType Type,
    OperatorName Name,
    string Signature,
    OperatorForm Form,
    MethodGenerics Generics,
    EquatableArray<OperatorParameter> Parameters,
    EquatableArray<OperatorParameter> Outputs,
    string? ViewOffset,
    bool IsInternal,
    bool HalvesInFloat,
    PublicForms Forms,
    bool HasInPlace,
    string DefaultType,
    EquatableArray<GradientModel> Gradients,
    EquatableArray<ShapeErrorModel> ShapeErrors,
    bool IsView);

/// <summary>The class that an operator is declared in.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>: the operator's API is as visible as its declaration.</param>
internal sealed record DeclaringType(string Namespace, string Name, string Accessibility)
{
    /// <summary>The namespace that users import: a last part <c>Operators</c> only keeps operators and layers apart.</summary>
    public string ApiNamespace => Namespace.EndsWith(".Operators", System.StringComparison.Ordinal)
        ? Namespace.Substring(0, Namespace.Length - ".Operators".Length)
        : Namespace;

    /// <summary>The name as generated code writes it.</summary>
    public string QualifiedName => Namespace.Length == 0 ? $"global::{Name}" : $"global::{Namespace}.{Name}";
}

/// <summary>What the declaration says of an operator's public forms.</summary>
/// <param name="Symbol">The C# operator that stands for it, e.g. <c>+</c>; <see langword="null"/> if there is none.</param>
/// <param name="TakesNumbers">Whether a number may stand for either of two tensors.</param>
/// <param name="ElementTypes">The element types that have an overload each; empty for one generic method.</param>
internal sealed record PublicForms(string? Symbol, bool TakesNumbers, EquatableArray<string> ElementTypes);

/// <summary>How users and PyTorch call an operator, and what its documentation says.</summary>
/// <param name="Method">The name that users call.</param>
/// <param name="Torch">PyTorch's name.</param>
/// <param name="Documentation">The documentation comment of the declaration.</param>
/// <param name="Aliases">PyTorch's other names of the same operator.</param>
internal sealed record OperatorName(string Method, string Torch, string Documentation, EquatableArray<string> Aliases)
{
    /// <summary>The same operator by another of its names.</summary>
    public OperatorName By(string alias) => new(
        SnakeCase.ToPascal(alias),
        alias,
        Documentation.Replace($"PyTorch's <c>{Torch}</c>", $"PyTorch's <c>{alias}</c>, another name of <c>{Torch}</c>"),
        EquatableArray<string>.Empty);
}

/// <summary>How an operator computes.</summary>
internal enum OperatorForm
{
    /// <summary>A kernel that fills its results.</summary>
    Kernel,

    /// <summary>Another layout over the same memory.</summary>
    View,

    /// <summary>Written in other operators, which carry the gradient unless the operator has methods of its own for it.</summary>
    Composite,
}

/// <summary>The type parameters of a method, and their constraints as written.</summary>
internal sealed record MethodGenerics(EquatableArray<string> Names, EquatableArray<string> Constraints)
{
    public static readonly MethodGenerics None = new(EquatableArray<string>.Empty, EquatableArray<string>.Empty);

    /// <summary><c>&lt;T&gt;</c>, or nothing.</summary>
    public string List => Names.Count == 0 ? "" : $"<{string.Join(", ", Names)}>";
}

/// <summary>What a parameter of an operator is.</summary>
internal enum ParameterKind
{
    Tensor,
    OptionalTensor,
    TensorList,
    Attribute,
}

/// <summary>A parameter of an operator, or one of its results.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">Whether it is a tensor.</param>
/// <param name="Type">The element type of a tensor, empty for a tensor of any; the whole type of an attribute.</param>
/// <param name="Default">The default value as written; <see langword="null"/> if there is none.</param>
/// <param name="IsParams">Whether the values may be written one by one.</param>
internal sealed record OperatorParameter(string Name, ParameterKind Kind, string Type, string? Default, bool IsParams = false)
{
    public bool IsTensor => Kind != ParameterKind.Attribute;

    /// <summary>The type in the public API.</summary>
    public string ApiType => Kind switch
    {
        ParameterKind.Tensor when Type.Length == 0 => "global::DslTensors.Tensor",
        ParameterKind.Tensor => $"global::DslTensors.Tensor<{Type}>",
        ParameterKind.OptionalTensor => $"global::DslTensors.Tensor<{Type}>?",
        ParameterKind.TensorList => $"global::System.ReadOnlySpan<global::DslTensors.Tensor<{Type}>>",
        _ => Type,
    };
}

/// <summary>The gradient of one input: a method whose parameters say what is saved.</summary>
/// <param name="Input">The input that the gradient is for.</param>
/// <param name="CallOpening">The call up to and including the arguments that are not saved: <c>GradInput&lt;T&gt;(</c>.</param>
/// <param name="Arguments">The method's arguments in order.</param>
/// <param name="Constraints">The constraints of the method's type parameters.</param>
internal sealed record GradientModel(string Input, string CallOpening, EquatableArray<GradientArgument> Arguments, EquatableArray<string> Constraints);

/// <summary>Where a gradient method's argument comes from.</summary>
internal enum GradientSource
{
    /// <summary>The gradient of the first result.</summary>
    Grad,

    /// <summary>The gradient of another result.</summary>
    OtherGrad,

    /// <summary>The gradient of another result, or nothing where no further computation used that result.</summary>
    OptionalOtherGrad,

    /// <summary>A tensor input.</summary>
    Input,

    /// <summary>A result, saved after the computation.</summary>
    Output,

    /// <summary>The sizes of an input, without its values.</summary>
    InputShape,

    /// <summary>An attribute.</summary>
    Attribute,
}

/// <summary>An argument of a gradient method.</summary>
internal sealed record GradientArgument(GradientSource Source, string Name);

/// <summary>PyTorch's sentence for a shape fault of one input.</summary>
internal sealed record ShapeErrorModel(string Input, bool IsRank, string Text);
