using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using DslTensors.Generator.Operators;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Elementwise;

/// <summary>An elementwise function together with what its attribute says of the operator.</summary>
/// <param name="Type">The class that declares it.</param>
/// <param name="Name">Its names.</param>
/// <param name="Function">The compiled function.</param>
/// <param name="Symbol">The C# operator that stands for it, if any.</param>
/// <param name="HasInPlace">Whether it has a form that writes into its first input.</param>
/// <param name="IsReal">Whether it is for real numbers only.</param>
/// <param name="IsInternal">Whether users don't see it.</param>
/// <param name="NumberForms">The function with a number in the place of its second and of its first tensor, where both are tensors.</param>
internal sealed record ElementwiseOperator(
    DeclaringType Type, OperatorName Name, ElementwiseModel Function, string? Symbol, bool HasInPlace, bool IsReal, bool IsInternal, EquatableArray<NumberForm> NumberForms)
{
    public static ElementwiseOperator? Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (ElementwiseParser.Parse(method, compilation, cancellation).Model is not { } function || !DeclarationReader.IsPartial(method.ContainingType))
            return null;
        var attribute = method.FindAttribute(ElementwiseNames.Elementwise)!;
        var withoutInPlace = attribute.NamedArguments.Any(argument => argument.Key == "InPlace" && argument.Value.Value is false);
        return new ElementwiseOperator(
            DeclarationReader.Type(method.ContainingType),
            new OperatorName(method.Name, DeclarationReader.NamedString(attribute, "Name") ?? SnakeCase.From(method.Name), DeclarationReader.Documentation(method), DeclarationReader.Strings(attribute, "Aliases")),
            function,
            DeclarationReader.NamedString(attribute, "Symbol"),
            HasInPlace: !withoutInPlace && !function.IsPredicate,
            IsReal: !function.IsIntegral || attribute.Flag("RealOnly"),
            attribute.Flag("IsInternal"),
            ReadNumberForms(method, function, compilation, cancellation));
    }

    /// <summary>The tensor that a number stands for in this form; <see langword="null"/> in the form that takes tensors only.</summary>
    public string? Number { get; init; }

    /// <summary>What the members of this form are called.</summary>
    public string MemberName => Number is null ? Name.Method : $"{Name.Method}{NumberForm.SuffixOf(Number)}";

    /// <summary>A form of the operator as an operator of its own.</summary>
    public ElementwiseOperator With(NumberForm form) => this with { Function = form.Function, Number = form.Number, NumberForms = EquatableArray<NumberForm>.Empty };

    private static EquatableArray<NumberForm> ReadNumberForms(IMethodSymbol method, ElementwiseModel function, Compilation compilation, CancellationToken cancellation)
    {
        if (function.Parameters.Count < 2 || function.Parameters.Take(2).Any(parameter => parameter.Kind != VariableKind.Input))
            return EquatableArray<NumberForm>.Empty;
        return new[] { function.Parameters[1].Name, function.Parameters[0].Name }
            .Select(name => (Name: name, ElementwiseParser.Parse(method, compilation, cancellation, number: name).Model))
            .Where(form => form.Model is not null)
            .Select(form => new NumberForm(form.Name, form.Model!))
            .ToEquatableArray();
    }

    /// <summary>The tensor inputs, in order.</summary>
    public EquatableArray<ElementwiseParameter> Inputs => Function.Parameters.Where(parameter => parameter.Kind == VariableKind.Input).ToEquatableArray();

    /// <summary>The numbers, in order.</summary>
    public EquatableArray<ElementwiseParameter> Scalars => Function.Parameters.Where(parameter => parameter.Kind != VariableKind.Input).ToEquatableArray();

    /// <summary>Gradients exist for real numbers; operators without calculus also work on integers, predicates on truth values too.</summary>
    public MethodGenerics Generics => new(
        new[] { "T" }.ToEquatableArray(),
        new[] { IsReal ? RealConstraint : Function.IsPredicate ? "where T : unmanaged, global::System.IComparable<T>" : "where T : unmanaged, global::System.Numerics.INumber<T>" }.ToEquatableArray());

    public const string RealConstraint = "where T : unmanaged, global::System.Numerics.IFloatingPointIeee754<T>";

    /// <summary>The C# type of a number.</summary>
    public static string TypeOf(ElementwiseParameter parameter) => parameter.Kind switch
    {
        VariableKind.Flag => "bool",
        VariableKind.Integer => "int",
        _ => "double",
    };
}

/// <summary>The function with a number in the place of one of its tensors.</summary>
/// <param name="Number">The parameter.</param>
/// <param name="Function">The function, compiled again: its gradients save less, and the number costs no tensor.</param>
internal sealed record NumberForm(string Number, ElementwiseModel Function)
{
    /// <summary>What the members of a form are called after the operator's name.</summary>
    public static string SuffixOf(string number) => $"With{char.ToUpperInvariant(number[0])}{number.Substring(1)}Number";
}
