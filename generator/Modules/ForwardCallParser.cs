using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Finds the calls of children's <c>Forward</c> in modules.</summary>
internal static class ForwardCallParser
{
    // A module's call of its own Forward, or its base's, is part of the same call.
    public static bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call && call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Forward", Expression: not (ThisExpressionSyntax or BaseExpressionSyntax) } => true,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Forward" } => true,
        _ => false,
    };

    public static ForwardCallModel? Parse(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsInModule(call, model, cancellation) || Method(call, model, cancellation) is not { IsStatic: false, Arity: 0 } method)
            return null;
        var type = method.ContainingType.OriginalDefinition;
        if (!type.HoldsModule() || ForwardParser.Parse(type) is not { } forward || !ImplementsForward(type) || !IsAccessible(type, method.OriginalDefinition, model.Compilation))
            return null;
        if (model.GetInterceptableLocation(call, cancellation) is not { } location)
            return null;

        var parameters = TypeParameters(type);
        return new ForwardCallModel(
            parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(static parameter => Identifiers.Escape(parameter.Name)))}>",
            string.Concat(parameters.Select(Constraint)),
            type.ToDisplayString(ForwardParser.TypeFormat),
            forward.Input,
            forward.Output,
            location.GetInterceptsLocationAttributeSyntax());
    }

    private static bool IsInModule(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && model.GetDeclaredSymbol(declaration, cancellation) is { } type && type.IsModule();

    // Where an argument comes from an operator that is generated in this compilation, overload resolution has not succeeded yet.
    private static IMethodSymbol? Method(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetSymbolInfo(call, cancellation);
        return info.Symbol as IMethodSymbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] as IMethodSymbol : null);
    }

    private static bool ImplementsForward(INamedTypeSymbol type) =>
        type.IsForward() || type.FindAttribute(ModuleNames.ModuleAttribute) is not null || type.Interfaces.Any(static @interface => @interface.IsForward());

    private static bool IsAccessible(INamedTypeSymbol type, IMethodSymbol method, Compilation compilation)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsFileLocal)
                return false;
        }

        return compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
            && compilation.IsSymbolAccessibleWithin(method.Parameters[0].Type, compilation.Assembly)
            && compilation.IsSymbolAccessibleWithin(method.ReturnType, compilation.Assembly);
    }

    private static List<ITypeParameterSymbol> TypeParameters(INamedTypeSymbol type)
    {
        var parameters = type.ContainingType is { } outer ? TypeParameters(outer) : [];
        parameters.AddRange(type.TypeParameters);
        return parameters;
    }

    private static string Constraint(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint)
            constraints.Add("class");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(static constraint => constraint.ToDisplayString(ForwardParser.TypeFormat)));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {Identifiers.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}
