using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Elementwise;

/// <summary>The head of an <c>[Elementwise]</c> method: which parameters are tensors, which are numbers for all elements.</summary>
internal static class DeclarationParser
{
    private const int MostInputs = 5;

    /// <param name="method">The method.</param>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="number">A tensor input to be taken for a number; <see langword="null"/> for none.</param>
    /// <param name="problems">Where problems go.</param>
    public static List<Variable> Parse(IMethodSymbol method, MethodDeclarationSyntax declaration, string? number, List<ElementwiseProblem> problems)
    {
        void Refuse(SyntaxNodeOrToken where, string message) => problems.Add(ElementwiseProblem.At(where, message));

        if (!method.IsStatic)
            Refuse(declaration.Identifier, $"'{method.Name}' must be static: an elementwise function has nothing but its arguments.");
        if (method.IsGenericMethod)
            Refuse(declaration.Identifier, $"'{method.Name}' must not be generic. Write it for float; the other types follow from the same body.");
        if (method.ReturnType.SpecialType is not (SpecialType.System_Single or SpecialType.System_Boolean))
        {
            Refuse(
                declaration.ReturnType,
                $"'{method.Name}' returns {method.ReturnType}. An elementwise function returns float, or bool for a predicate.");
        }

        var variables = new List<Variable>();
        foreach (var parameter in method.Parameters)
        {
            var syntax = declaration.ParameterList.Parameters[parameter.Ordinal];
            if (KindOf(parameter) is not { } kind)
            {
                Refuse(
                    syntax,
                    $"The parameter '{parameter.ToDisplayString()}' of '{method.Name}' is neither a tensor nor a scalar. " +
                    "Tensor inputs are float by value; scalars are float, int or bool.");
                continue;
            }

            if (parameter.Name is "grad" or "result")
            {
                Refuse(
                    syntax.Identifier,
                    $"A parameter of an elementwise function cannot be called '{parameter.Name}', " +
                    $"which means the {(parameter.Name == "grad" ? "incoming gradient" : "function's result")} in gradients. Rename it.");
            }

            variables.Add(new Variable(parameter.Name, kind == VariableKind.Input && parameter.Name == number ? VariableKind.Scalar : kind));
        }

        var inputs = variables.Count(variable => variable.Kind == VariableKind.Input);
        if (problems.Count == 0 && inputs is 0 or > MostInputs)
        {
            Refuse(
                declaration.Identifier,
                $"'{method.Name}' has {inputs} tensor inputs, and must have one to five: " +
                "float parameters without a default value and without [Scalar].");
        }

        return variables;
    }

    public static VariableKind? KindOf(IParameterSymbol parameter) => (parameter.RefKind, parameter.Type.SpecialType) switch
    {
        (RefKind.None, SpecialType.System_Single) => parameter.HasExplicitDefaultValue || parameter.HasAttribute(ElementwiseNames.Scalar)
            ? VariableKind.Scalar
            : VariableKind.Input,
        (RefKind.None, SpecialType.System_Int32) => VariableKind.Integer,
        (RefKind.None, SpecialType.System_Boolean) => VariableKind.Flag,
        _ => null,
    };

    /// <summary>The default value as C# of type double, int or bool.</summary>
    public static string? DefaultOf(IParameterSymbol parameter, FunctionScope scope) =>
        parameter.HasExplicitDefaultValue && new ExpressionParser(scope).ParseDefault(parameter) is { } value
            ? (new Simplifier().Simplify(value) as Constant)?.Text
            : null;
}
