using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Operators;

/// <summary>Finds the gradient methods of an operator and where each of their arguments comes from.</summary>
internal static class GradientReader
{
    public static List<GradientModel> Read(INamedTypeSymbol type, IMethodSymbol main, OperatorParameters parameters, List<OperatorProblem> problems)
    {
        var gradients = new List<GradientModel>();
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => method.IsStatic && method.Name.StartsWith("Grad", System.StringComparison.Ordinal)))
        {
            var input = parameters.Inputs.FirstOrDefault(candidate => string.Equals("Grad" + candidate.Name.TrimStart('@'), method.Name, System.StringComparison.OrdinalIgnoreCase));
            if (input is null)
            {
                var names = string.Join(", ", parameters.Inputs.Select(candidate => $"'{candidate.Name}'"));
                problems.Add(new OperatorProblem(method.Locations.FirstOrDefault(), $"'{method.Name}' names no input of '{main.Name}': the inputs are {names}"));
                continue;
            }

            var arguments = method.Parameters.Select(parameter => Source(parameter, parameters, problems)).ToList();
            if (arguments.Any(argument => argument is null))
                continue;
            var generics = DeclarationReader.Generics(method);
            gradients.Add(new GradientModel(input.Name, method.Name + generics.List + "(", arguments.Select(argument => argument!).ToEquatableArray(), generics.Constraints));
        }

        return gradients;
    }

    private static bool IsNullable(IParameterSymbol parameter) => parameter.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    private static GradientArgument? Source(IParameterSymbol parameter, OperatorParameters parameters, List<OperatorProblem> problems)
    {
        var name = DeclarationReader.Identifier(parameter);
        if (name == "grad")
            return new GradientArgument(GradientSource.Grad, name);
        if (parameters.Outputs.FirstOrDefault(output => string.Equals("grad" + output.Name, name, System.StringComparison.OrdinalIgnoreCase)) is { } result)
            return result == parameters.Outputs[0] ? new GradientArgument(GradientSource.Grad, name) : new GradientArgument(IsNullable(parameter) ? GradientSource.OptionalOtherGrad : GradientSource.OtherGrad, result.Name);
        var shapeType = parameter.Type is IArrayTypeSymbol array ? array.ElementType : parameter.Type;
        if (shapeType.Name == "Shape" && parameters.Inputs.FirstOrDefault(input => input.Name + "Shape" == name) is { } shaped)
            return new GradientArgument(GradientSource.InputShape, shaped.Name);
        if (parameters.Inputs.Any(input => input.Name == name))
            return new GradientArgument(GradientSource.Input, name);
        if (parameters.Outputs.Any(output => output.Name == name))
            return new GradientArgument(GradientSource.Output, name);
        if (parameters.Api.Any(attribute => attribute.Name == name))
            return new GradientArgument(GradientSource.Attribute, name);

        problems.Add(new OperatorProblem(
            parameter.Locations.FirstOrDefault(),
            $"'{name}' is neither 'grad' nor an input, result or attribute of the operator (the shape alone of an input x is 'Shape xShape', the gradient of a result y is 'gradY')"));
        return null;
    }
}
