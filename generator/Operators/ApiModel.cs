using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Operators;

/// <summary>The public forms of an operator.</summary>
/// <param name="Type">The class that declares it.</param>
/// <param name="Name">Its names.</param>
/// <param name="Signature">Its shapes.</param>
/// <param name="Generics">Its type parameters.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="ReturnType">What it returns.</param>
/// <param name="Implementation">The generated method that all forms call.</param>
/// <param name="HasDestination">Whether it can fill a tensor that the user brings.</param>
/// <param name="InPlace">The generated method that writes into the first input; <see langword="null"/> if there is none.</param>
/// <param name="Symbol">The C# operator that stands for it, e.g. <c>+</c>; <see langword="null"/> if there is none.</param>
/// <param name="TakesScalars">Whether a number may stand for either of two tensors.</param>
/// <param name="DefaultType">The element type of a creation function where the caller names none.</param>
/// <param name="Saved">What backward saves, by name.</param>
/// <param name="Differentiable">The inputs that receive a gradient.</param>
/// <param name="NumberForms">The forms with a number for a tensor that the implementation has itself; without them a number becomes a tensor first.</param>
/// <param name="IsView">Whether the result shows the elements of the first input.</param>
internal sealed record ApiModel(
    DeclaringType Type,
    OperatorName Name,
    string Signature,
    MethodGenerics Generics,
    EquatableArray<OperatorParameter> Parameters,
    string ReturnType,
    string Implementation,
    bool HasDestination,
    string? InPlace,
    string? Symbol,
    bool TakesScalars,
    string DefaultType,
    EquatableArray<string> Saved,
    EquatableArray<string> Differentiable,
    EquatableArray<ApiNumberForm> NumberForms,
    bool IsView = false)
{
    /// <summary>The form with a number for a parameter, if the implementation has it.</summary>
    public ApiNumberForm? FormWith(OperatorParameter number) => NumberForms.FirstOrDefault(form => form.Number == number.Name);

    /// <summary>The input that the instance form is called on, if the operator has one.</summary>
    public OperatorParameter? Receiver => Parameters.FirstOrDefault() is { Kind: ParameterKind.Tensor } first ? first : null;

    /// <summary>Whether it only writes into its first input; users call that on the tensor itself.</summary>
    public bool IsInPlace => Name.Method.EndsWith("InPlace", System.StringComparison.Ordinal);

    /// <summary>The tensor that an operator is written with: <c>x + y</c>.</summary>
    public OperatorParameter Operand => Parameters.First(parameter => parameter.IsTensor);

    /// <summary>The forms by each name of the operator; what C# writes with a symbol has only one.</summary>
    public IEnumerable<ApiModel> ByName() => Name.Aliases.Select(alias => this with { Name = Name.By(alias), Symbol = null }).Prepend(this);

    /// <summary>The forms for each of some element types instead of the generic ones; these where there are none.</summary>
    public IEnumerable<ApiModel> PerElementType(EquatableArray<string> types)
    {
        if (types.Count == 0)
            return [this];
        var typeParameter = Generics.Names[0];
        return types.Select(type => this with
        {
            Generics = MethodGenerics.None,
            Implementation = $"{Implementation}<{type}>",
            Parameters = Parameters.Select(parameter => parameter.Type == typeParameter ? parameter with { Type = type } : parameter).ToEquatableArray(),
            ReturnType = ReturnType.Replace($"Tensor<{typeParameter}>", $"Tensor<{type}>"),
        });
    }

    /// <summary>The type parameters that the receiver's type fixes; the others stay with the method.</summary>
    public bool ReceiverFixes(string typeParameter) => Receiver?.Type == typeParameter;
}

/// <summary>A form of an operator with a number for one of its tensors.</summary>
/// <param name="Number">The parameter.</param>
/// <param name="Saved">What backward saves, by name.</param>
/// <param name="Differentiable">The inputs that receive a gradient.</param>
internal sealed record ApiNumberForm(string Number, EquatableArray<string> Saved, EquatableArray<string> Differentiable);
