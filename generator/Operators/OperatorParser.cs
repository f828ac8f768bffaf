using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Operators;

/// <summary>Reads a <c>[TensorOp]</c> class. The generator emits what succeeds, the analyzer reports what fails.</summary>
internal static class OperatorParser
{
    public static OperatorParseResult Parse(ISymbol symbol, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var problems = new List<OperatorProblem>();
        var model = symbol is INamedTypeSymbol type ? ParseType(type, problems) : null;
        return new OperatorParseResult(problems.Count == 0 ? model : null, [.. problems]);
    }

    private static OperatorModel? ParseType(INamedTypeSymbol type, List<OperatorProblem> problems)
    {
        var attribute = type.GetAttributes().FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == "DslTensors.TensorOpAttribute");
        if (attribute?.ConstructorArguments.FirstOrDefault().Value is not string signatureText)
            return null;
        if (!DeclarationReader.IsPartial(type))
            problems.Add(At(type, $"the operator '{type.Name}' must be a static partial class: add 'partial'"));

        var parsed = SignatureParser.Parse(signatureText);
        if (parsed.Signature is not { } signature)
            return Fail(problems, type, $"the signature of '{type.Name}' does not parse: {parsed.Error?.Message}");

        if (MainMethod(type) is not { } main)
            return Fail(problems, type, $"the operator '{type.Name}' needs one static method 'Forward' (a kernel), 'View' (a layout) or 'Compose' (other operators)");

        // Half-typed parameters are the compiler's to report.
        if (main.Parameters.Select(static parameter => parameter.Name).Where(static name => name.Length > 0).Distinct().Count() < main.Parameters.Length)
            return null;

        var form = main.Name switch { "Forward" => OperatorForm.Kernel, "View" => OperatorForm.View, _ => OperatorForm.Composite };
        var parameters = OperatorParameters.Read(main, form, signature, problems);
        if (parameters is null)
            return null;

        foreach (var name in UnboundNames(signature, form, parameters))
            problems.Add(At(type, $"'{name}' in the signature of '{type.Name}' is neither a dimension of an input nor a parameter of '{main.Name}'"));

        var gradients = GradientReader.Read(type, main, parameters, problems);
        if (problems.Count == 0 && form != OperatorForm.Composite && gradients.Count == 0 && parameters.Inputs.Any() && !HasFlag(attribute, "NonDifferentiable"))
            problems.Add(At(type, $"'{type.Name}' has no gradient method: add e.g. 'static Tensor<T> Grad{Capitalize(parameters.Inputs.First().Name)}<T>(Tensor<T> grad)' or say NonDifferentiable = true"));

        if (ElementTypes(attribute).Any() && main.TypeParameters.Length != 1)
            problems.Add(At(main, $"'{main.Name}' has {main.TypeParameters.Length} type parameters, and 'ElementTypes' stand for one: write '{main.Name}<T>'"));
        if (form != OperatorForm.Composite && parameters.Inputs.FirstOrDefault(input => input.Type.Length == 0) is { } untyped)
            problems.Add(At(main, $"'{untyped.Name}' has no element type, which only 'Compose' can do without: write 'TensorView<T> {untyped.Name}'"));
        if (HasFlag(attribute, "TakesNumbers") && !(parameters.Api.Count >= 2 && parameters.Api[0] is { Kind: ParameterKind.Tensor } first && parameters.Api[1] is { Kind: ParameterKind.Tensor } second && first.Type == second.Type))
            problems.Add(At(main, $"'{main.Name}' does not begin with two tensors of one element type, for either of which a number could stand: leave out 'TakesNumbers'"));

        var method = DeclarationReader.NamedString(attribute, "Method") ?? type.Name;
        return new OperatorModel(
            DeclarationReader.Type(type),
            new OperatorName(method, DeclarationReader.NamedString(attribute, "Name") ?? SnakeCase.From(method), DeclarationReader.Documentation(type), DeclarationReader.Strings(attribute, "Aliases")),
            signatureText,
            form,
            form == OperatorForm.View ? ViewGenerics : DeclarationReader.Generics(main),
            parameters.Api.ToEquatableArray(),
            parameters.Outputs.ToEquatableArray(),
            parameters.ViewOffset,
            HasFlag(attribute, "IsInternal"),
            HalvesInFloat.Of(form, DeclarationReader.Generics(main), parameters.Api.ToEquatableArray(), HasFlag(attribute, "HalvesInFloat")) && !IsFalse(attribute, "HalvesInFloat") && !method.EndsWith("InPlace", StringComparison.Ordinal),
            new PublicForms(DeclarationReader.NamedString(attribute, "Symbol"), HasFlag(attribute, "TakesNumbers"), ElementTypes(attribute).ToEquatableArray()),
            HasFlag(attribute, "InPlace"),
            attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DefaultType").Value.Value is ITypeSymbol chosen ? DeclarationReader.TypeText(chosen) : "float",
            gradients.ToEquatableArray(),
            ShapeErrors(type).ToEquatableArray(),
            form == OperatorForm.View || HasFlag(attribute, "IsView"));
    }

    // The sizes of what a view or other operators return are their own affair; those of kernels are allocated before the kernel runs.
    private static IEnumerable<string> UnboundNames(Signature signature, OperatorForm form, OperatorParameters parameters)
    {
        var checkedNames = new HashSet<string>(signature.Inputs.SelectMany(input => input.Dims).SelectMany(dim => dim.UsedNames()));
        return signature.ParameterNames()
            .Where(name => form == OperatorForm.Kernel || checkedNames.Contains(name))
            .Where(name => !parameters.Api.Any(parameter => parameter.Name == name));
    }

    private static MethodGenerics ViewGenerics => new(new[] { "T" }.ToEquatableArray(), new[] { "where T : unmanaged" }.ToEquatableArray());

    private static IMethodSymbol? MainMethod(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .FirstOrDefault(method => method.IsStatic && method.Name is "Forward" or "View" or "Compose");

    // In the order of the flags.
    private static readonly string[] s_elementTypes =
        ["float", "double", "global::System.Half", "global::DslTensors.BFloat16", "long", "int", "short", "sbyte", "byte", "bool"];

    private static IEnumerable<string> ElementTypes(AttributeData attribute)
    {
        var flags = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "ElementTypes").Value.Value is int value ? value : 0;
        return s_elementTypes.Where((_, i) => (flags & (1 << i)) != 0);
    }

    private static bool IsFalse(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is false);

    private static bool HasFlag(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);

    private static IEnumerable<ShapeErrorModel> ShapeErrors(INamedTypeSymbol type) =>
        from data in type.GetAttributes()
        where data.AttributeClass?.ToDisplayString() == "DslTensors.ShapeErrorAttribute" && data.ConstructorArguments.Length == 3
        select new ShapeErrorModel((string)data.ConstructorArguments[0].Value!, data.ConstructorArguments[1].Value is 0, (string)data.ConstructorArguments[2].Value!);

    private static string Capitalize(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static OperatorModel? Fail(List<OperatorProblem> problems, ISymbol symbol, string message)
    {
        problems.Add(At(symbol, message));
        return null;
    }

    private static OperatorProblem At(ISymbol symbol, string message) => new(symbol.Locations.FirstOrDefault(), message);
}
