using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Elementwise;

/// <summary>The gradients that the user wrote by hand, as <c>[Gradient(nameof(Silu), "x")]</c> methods beside the function.</summary>
internal static class GradientMethods
{
    /// <summary>The hand-written gradient formula of each input that has one.</summary>
    public static Dictionary<string, ParsedBody> Parse(
        IMethodSymbol method, IReadOnlyList<Variable> parameters, Compilation compilation, FunctionScope outer, List<ElementwiseProblem> problems)
    {
        var gradients = new Dictionary<string, ParsedBody>();
        foreach (var gradient in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            if (gradient.FindAttribute(ElementwiseNames.Gradient) is not { ConstructorArguments.Length: 2 } attribute
                || attribute.ConstructorArguments[0].Value as string != method.Name
                || attribute.ConstructorArguments[1].Value is not string input
                || gradient.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(outer.Cancellation) is not MethodDeclarationSyntax declaration)
            {
                continue;
            }

            var place = attribute.ApplicationSyntaxReference?.GetSyntax(outer.Cancellation) ?? (SyntaxNode)declaration;
            if (parameters.Any(parameter => parameter.Kind == VariableKind.Scalar && parameter.Name == input && IsWrittenAsInput(method, input)))
                continue;
            if (!parameters.Any(parameter => parameter.Kind == VariableKind.Input && parameter.Name == input))
            {
                var inputs = parameters.Where(parameter => parameter.Kind == VariableKind.Input).Select(parameter => parameter.Name);
                problems.Add(ElementwiseProblem.At(
                    place,
                    $"'{method.Name}' has no tensor input '{input}' to take a gradient by; its inputs are: {string.Join(", ", inputs)}."));
            }
            else if (gradients.ContainsKey(input))
            {
                problems.Add(ElementwiseProblem.At(place, $"'{method.Name}' has a gradient by '{input}' already."));
            }
            else if (Values(method, gradient, declaration, parameters, problems) is { } values)
            {
                gradients[input] = ParsedBody.Parse(gradient, values, new FunctionScope(compilation, outer.Cancellation));
            }
        }

        return gradients;
    }

    private static Dictionary<ISymbol, Expression>? Values(
        IMethodSymbol method, IMethodSymbol gradient, MethodDeclarationSyntax declaration, IReadOnlyList<Variable> parameters,
        List<ElementwiseProblem> problems)
    {
        var before = problems.Count;
        if (!gradient.IsStatic || gradient.ReturnType.SpecialType is not SpecialType.System_Single)
            problems.Add(ElementwiseProblem.At(declaration.Identifier, $"The gradient '{gradient.Name}' must be static and return float."));
        var known = parameters.Append(Variable.Gradient).Append(Variable.Result).ToDictionary(variable => variable.Name);
        var values = new Dictionary<ISymbol, Expression>(SymbolEqualityComparer.Default);
        foreach (var parameter in gradient.Parameters)
        {
            var syntax = declaration.ParameterList.Parameters[parameter.Ordinal];
            if (known.TryGetValue(parameter.Name, out var variable) && IsTypeOf(variable.Kind, parameter))
                values[parameter] = variable;
            else
                problems.Add(ElementwiseProblem.At(syntax, Unknown(method, gradient, parameter, known.Values)));
        }

        return problems.Count == before ? values : null;
    }

    // A number stands for this tensor: there is nothing to take a gradient by.
    private static bool IsWrittenAsInput(IMethodSymbol method, string name) =>
        method.Parameters.Any(parameter => parameter.Name == name && DeclarationParser.KindOf(parameter) == VariableKind.Input);

    private static string Unknown(IMethodSymbol method, IMethodSymbol gradient, IParameterSymbol parameter, IEnumerable<Variable> known) =>
        $"The parameter '{parameter.Type} {parameter.Name}' of the gradient '{gradient.Name}' is nothing of '{method.Name}'; it may name: " +
        string.Join(", ", known.Select(variable => $"{TypeOf(variable.Kind)} {variable.Name}")) + ".";

    private static bool IsTypeOf(VariableKind kind, IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && parameter.Type.ToDisplayString() == TypeOf(kind);

    private static string TypeOf(VariableKind kind) => kind switch
    {
        VariableKind.Integer => "int",
        VariableKind.Flag => "bool",
        _ => "float",
    };
}
