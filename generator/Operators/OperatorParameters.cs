using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Operators;

/// <summary>The parameters of an operator's main method, told apart: tensors in, tensors out, attributes.</summary>
internal sealed class OperatorParameters
{
    private OperatorParameters(List<OperatorParameter> api, List<OperatorParameter> outputs, string? viewOffset)
    {
        Api = api;
        Outputs = outputs;
        ViewOffset = viewOffset;
    }

    /// <summary>What the user passes, in order: inputs, then attributes.</summary>
    public List<OperatorParameter> Api { get; }

    /// <summary>The results, in order.</summary>
    public List<OperatorParameter> Outputs { get; }

    /// <summary>The parameter that takes where a view begins; <see langword="null"/> if views begin where their input does.</summary>
    public string? ViewOffset { get; }

    public IEnumerable<OperatorParameter> Inputs => Api.Where(parameter => parameter.IsTensor);

    public static OperatorParameters? Read(IMethodSymbol main, OperatorForm form, Signature signature, List<OperatorProblem> problems)
    {
        var api = new List<OperatorParameter>();
        var outputs = new List<OperatorParameter>();
        string? viewOffset = null;
        foreach (var parameter in main.Parameters)
        {
            if (parameter.RefKind == RefKind.Out && form == OperatorForm.View)
            {
                viewOffset = parameter.Name;
                continue;
            }

            var read = Classify(parameter, form);
            if (read.IsTensor && form == OperatorForm.Kernel && api.Count(input => input.IsTensor) >= signature.Inputs.Count)
                outputs.Add(read);
            else
                api.Add(read);
        }

        if (form == OperatorForm.View)
            outputs.Add(new OperatorParameter("result", ParameterKind.Tensor, "T", null));
        else if (form == OperatorForm.Composite)
            outputs.AddRange(ComposedResults(main.ReturnType));

        var inputs = api.Count(parameter => parameter.IsTensor);
        if (inputs != signature.Inputs.Count || (form == OperatorForm.Kernel && outputs.Count != signature.Outputs.Count))
        {
            problems.Add(new OperatorProblem(
                main.Locations.FirstOrDefault(),
                $"'{main.Name}' takes {inputs} input and {outputs.Count} result tensors, but the signature has {signature.Inputs.Count} and {signature.Outputs.Count}"));
            return null;
        }

        return new OperatorParameters(api, outputs, viewOffset);
    }

    private static OperatorParameter Classify(IParameterSymbol parameter, OperatorForm form)
    {
        var name = DeclarationReader.Identifier(parameter);
        var fallback = parameter.HasExplicitDefaultValue ? DeclarationReader.DefaultText(parameter) : null;
        if (form == OperatorForm.View && parameter.Type.Name == "StridedLayout")
            return new OperatorParameter(name, ParameterKind.Tensor, "T", null);
        if (ElementType(parameter.Type) is { } element)
        {
            var isOptional = parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
            return new OperatorParameter(name, isOptional ? ParameterKind.OptionalTensor : ParameterKind.Tensor, element, fallback);
        }

        if (parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && ElementType(nullable.TypeArguments[0]) is { } optional)
            return new OperatorParameter(name, ParameterKind.OptionalTensor, optional, fallback ?? "null");
        if (ListedType(parameter.Type) is { } listed)
            return new OperatorParameter(name, ParameterKind.TensorList, listed, null, parameter.IsParams);
        return new OperatorParameter(name, ParameterKind.Attribute, DeclarationReader.TypeText(parameter.Type), fallback, parameter.IsParams);
    }

    private static IEnumerable<OperatorParameter> ComposedResults(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return tuple.TupleElements.Select(element => new OperatorParameter(Uncapitalize(element.Name), ParameterKind.Tensor, ElementType(element.Type) ?? "T", null));
        if (type.SpecialType == SpecialType.System_Boolean)
            return [new OperatorParameter("result", ParameterKind.Attribute, "bool", null)];
        return ListedType(type) is { } listed
            ? [new OperatorParameter("result", ParameterKind.TensorList, listed, null)]
            : [new OperatorParameter("result", ParameterKind.Tensor, ElementType(type) ?? "T", null)];
    }

    private static string Uncapitalize(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The element type of a list of tensors: an array, or a span in an operator written in other operators.</summary>
    private static string? ListedType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ElementType(array.ElementType),
        INamedTypeSymbol { Name: "ReadOnlySpan", TypeArguments.Length: 1 } span => ElementType(span.TypeArguments[0]),
        _ => null,
    };

    private static string? ElementType(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "TensorView" or "Tensor", ContainingNamespace.Name: "DslTensors" } tensor
            ? tensor.TypeArguments.Length == 1 ? DeclarationReader.TypeText(tensor.TypeArguments[0]) : ""
            : null;
}
