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
internal sealed record ElementwiseOperator(DeclaringType Type, OperatorName Name, ElementwiseModel Function, string? Symbol, bool HasInPlace, bool IsReal, bool IsInternal)
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
            attribute.Flag("IsInternal"));
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
