using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Kernels;

/// <summary>Reads a <c>[Kernel]</c> method: a model, or the reasons why no launcher can be written.</summary>
internal static class KernelParser
{
    public static (KernelModel? Model, EquatableArray<string> Problems) Parse(IMethodSymbol method, CancellationToken cancellation)
    {
        var problems = new List<string>();
        if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax syntax)
            return (null, EquatableArray<string>.Empty);
        if (!method.IsStatic || !method.ReturnsVoid || method.IsGenericMethod)
            problems.Add($"The kernel {method.Name} must be a static method without a result and without type parameters.");
        var classes = new List<string>();
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType)
                problems.Add($"The class {type.Name} of the kernel {method.Name} must not be generic.");
            if (!type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)))
                problems.Add($"The class {type.Name} must be partial, so that the launcher of {method.Name} can be written into it.");
            classes.Insert(0, $"{(type.IsStatic ? "static " : "")}partial {(type.TypeKind == TypeKind.Struct ? "struct" : "class")} {type.Name}");
        }

        if (method.Parameters.Length == 0 || !IsIndex(method.Parameters[0].Type))
            problems.Add($"The first parameter of the kernel {method.Name} must be an ILGPU index (Index1D, Index2D or Index3D): the number of the thread.");
        var parameters = new List<KernelParameter>();
        foreach (var parameter in method.Parameters.Skip(1))
        {
            if (ReadParameter(parameter, syntax, out var problem) is { } read)
                parameters.Add(read);
            if (problem is not null)
                problems.Add(problem);
        }

        if (problems.Count > 0)
            return (null, problems.ToEquatableArray());
        var accessibility = method.DeclaredAccessibility == Accessibility.Public && IsPublic(method.ContainingType) ? "public" : "internal";
        var space = method.ContainingType.ContainingNamespace;
        return (
            new KernelModel(
                space.IsGlobalNamespace ? "" : space.ToDisplayString(),
                classes.ToEquatableArray(),
                accessibility,
                method.Name,
                method.Parameters[0].Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                parameters.ToEquatableArray()),
            EquatableArray<string>.Empty);
    }

    private static KernelParameter? ReadParameter(IParameterSymbol parameter, MethodDeclarationSyntax kernel, out string? problem)
    {
        problem = null;
        var type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (parameter.RefKind != RefKind.None)
            problem = $"The parameter {parameter.Name} must be passed by value: a kernel runs in other memory.";
        else if (!parameter.Type.IsUnmanagedType && View(parameter.Type) is null)
            problem = $"The parameter {parameter.Name} of type {parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} must be a view of device memory or a struct without references.";
        if (problem is not null)
            return null;
        if (View(parameter.Type) is not { } argument)
            return new KernelParameter(parameter.Name, type, "", KernelArgument.Value, EquatableArray<string>.Empty, false);
        var element = ((INamedTypeSymbol)parameter.Type).TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var shape = StatedShape(parameter);
        foreach (var size in shape)
        {
            if (!SyntaxFacts.IsValidIdentifier(size) && !int.TryParse(size, out _))
                problem = $"The shape of {parameter.Name} may have names and numbers only, and '{size}' is neither: a launcher compares sizes.";
        }

        if (problem is null && shape.Length > 0 && Rank(argument) is { } rank && rank != shape.Length)
            problem = $"The shape of {parameter.Name} has {shape.Length} sizes, but its view has {rank} dimensions.";
        return problem is null ? new KernelParameter(parameter.Name, type, element, argument, shape.ToEquatableArray(), IsWritten(parameter.Name, kernel)) : null;
    }

    private static bool IsIndex(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() == "ILGPU" && type.Name is "Index1D" or "Index2D" or "Index3D";

    private static KernelArgument? View(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsGenericType: true } named || named.ContainingNamespace?.ToDisplayString() is not ("ILGPU" or "ILGPU.Runtime"))
            return null;
        return (named.Name, named.TypeArguments.Length > 1 ? named.TypeArguments[1].Name : "") switch
        {
            ("ArrayView", _) => KernelArgument.Linear,
            ("ArrayView1D", "Dense") => KernelArgument.Dense1D,
            ("ArrayView2D", "DenseX") => KernelArgument.DenseX,
            ("ArrayView2D", "DenseY") => KernelArgument.DenseY,
            ("ArrayView3D", "DenseXY") => KernelArgument.DenseXY,
            ("ArrayView3D", "DenseZY") => KernelArgument.DenseZY,
            _ => null,
        };
    }

    private static int? Rank(KernelArgument argument) => argument switch
    {
        KernelArgument.Dense1D => 1,
        KernelArgument.DenseX or KernelArgument.DenseY => 2,
        KernelArgument.DenseXY or KernelArgument.DenseZY => 3,
        _ => null,
    };

    private static string[] StatedShape(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == "DslTensors.ShapeAttribute" && attribute.ConstructorArguments is [{ Value: string text }])
                return text.Split([' '], System.StringSplitOptions.RemoveEmptyEntries);
        }

        return [];
    }

    // An element that is assigned or passed by reference, or a view that goes elsewhere as a whole.
    private static bool IsWritten(string name, MethodDeclarationSyntax kernel)
    {
        foreach (var use in kernel.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name))
        {
            if (use.Parent is ArgumentSyntax)
                return true;
            if (use.Parent is not ElementAccessExpressionSyntax element || element.Expression != use)
                continue;
            SyntaxNode target = element;
            while (target.Parent is MemberAccessExpressionSyntax member && member.Expression == target)
                target = member;
            if (target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target)
                return true;
            if (target.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 })
                return true;
            if (target.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression })
                return true;
        }

        return false;
    }

    private static bool IsPublic(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }
}
