using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// From an <c>[Elementwise]</c> method to its compiled form. The generator emits the model; the analyzer runs the same parse and reports
/// the problems.
/// </summary>
internal static class ElementwiseParser
{
    /// <param name="method">The method.</param>
    /// <param name="compilation">Where it is declared.</param>
    /// <param name="cancellation">Ends the parse.</param>
    /// <param name="number">A tensor input for which a number stands, the same for all elements; <see langword="null"/> for none.</param>
    public static ElementwiseParse Parse(IMethodSymbol method, Compilation compilation, CancellationToken cancellation, string? number = null)
    {
        var problems = new List<ElementwiseProblem>();
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration)
            return new ElementwiseParse(null, EquatableArray<ElementwiseProblem>.Empty);

        // Half-typed parameters are the compiler's to report.
        if (method.Parameters.Select(static parameter => parameter.Name).Where(static name => name.Length > 0).Distinct().Count() < method.Parameters.Length)
            return new ElementwiseParse(null, EquatableArray<ElementwiseProblem>.Empty);

        ElementwiseModel? model = null;
        try
        {
            var variables = DeclarationParser.Parse(method, declaration, number, problems);
            if (problems.Count == 0)
                model = Compile(method, variables, compilation, cancellation, problems);
        }
        catch (RefusedException refused)
        {
            problems.Add(refused.Problem);
        }

        return new ElementwiseParse(problems.Count == 0 ? model : null, problems.ToEquatableArray());
    }

    private static ElementwiseModel Compile(
        IMethodSymbol method, List<Variable> variables, Compilation compilation,
        CancellationToken cancellation, List<ElementwiseProblem> problems)
    {
        var scope = new FunctionScope(compilation, cancellation);
        var values = new Dictionary<ISymbol, Expression>(SymbolEqualityComparer.Default);
        foreach (var (parameter, variable) in method.Parameters.Zip(variables, (parameter, variable) => (parameter, variable)))
            values[parameter] = variable;

        var body = ParsedBody.Parse(method, values, scope);
        var handWritten = GradientMethods.Parse(method, variables, compilation, scope, problems);
        var isPredicate = method.ReturnType.SpecialType is SpecialType.System_Boolean;
        var isDifferentiable = !isPredicate && !method.FindAttribute(ElementwiseNames.Elementwise).Flag("NonDifferentiable");
        return new ElementwiseModel(
            method.Name,
            method.Parameters.Zip(variables, (parameter, variable) => new ElementwiseParameter(
                variable.Name, variable.Kind, DeclarationParser.DefaultOf(parameter, scope))).ToEquatableArray(),
            isPredicate,
            IsIntegral(body.Formula),
            isDifferentiable,
            LaneEmitter.Emit(body.Formula, body.Names, variables.Select(variable => variable.Name)),
            isDifferentiable ? GradientCompiler.Compile(body, variables, handWritten) : EquatableArray<ElementwiseGradient>.Empty,
            SerializedFunction.Write(method.Name, variables, body.Formula));
    }

    private static bool IsIntegral(Expression body) => Traversal.PostOrder(body).All(node => node switch
    {
        Call call => call.Function.IsIntegral,
        Constant { Value: var value } => value == System.Math.Truncate(value),
        _ => true,
    });
}
