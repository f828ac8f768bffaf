using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Reads a <c>[Module]</c> class: the generator emits where this succeeds, the analyzer reports where it fails.</summary>
internal static class ModuleParser
{
    /// <param name="type">The class.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="compilation">What the class is part of; only the generator needs what it tells.</param>
    public static ModuleParseResult Parse(INamedTypeSymbol type, CancellationToken cancellation, Compilation? compilation = null)
    {
        if (type.BaseType is null or { TypeKind: TypeKind.Error })
            return new ModuleParseResult(null, EquatableArray<ModuleProblem>.Empty);

        var problems = ClassProblems(type).ToList();
        var members = new ModuleMemberParser(type, problems);
        foreach (var member in type.GetMembers())
        {
            cancellation.ThrowIfCancellationRequested();
            members.Add(member, cancellation);
        }

        return problems.Count > 0
            ? new ModuleParseResult(null, problems.ToEquatableArray())
            : new ModuleParseResult(CreateModel(type, members, compilation, cancellation), EquatableArray<ModuleProblem>.Empty);
    }

    private static IEnumerable<ModuleProblem> ClassProblems(INamedTypeSymbol type)
    {
        if (type.IsRecord)
            yield return new ModuleProblem(ModuleProblemKind.Record, $"'{type.Name}' is a record, which compares and copies by value; declare a class", null);
        if (type.IsStatic || type.IsFileLocal)
            yield return new ModuleProblem(ModuleProblemKind.UnsupportedClass, $"'{type.Name}' is {(type.IsStatic ? "static" : "local to its file")}; a module is an ordinary class", null);
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (!IsPartial(current))
                yield return new ModuleProblem(ModuleProblemKind.NotPartial, $"'{current.Name}' must be partial, so that the generated part can complete {(ReferenceEquals(current, type) ? "it" : $"'{type.Name}'")}", null);
        }

        if (HasBase(type) && !type.BaseType!.IsModule())
            yield return new ModuleProblem(ModuleProblemKind.ForeignBaseClass, $"'{type.Name}' derives from '{type.BaseType!.Name}', which is no module; remove the base class, or mark it [Module]", null);
    }

    private static ModuleModel CreateModel(INamedTypeSymbol type, ModuleMemberParser members, Compilation? compilation, CancellationToken cancellation)
    {
        var containing = new Stack<INamedTypeSymbol>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            containing.Push(outer);

        var ns = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
        var path = containing.Append(type).Select(static part => part.MetadataName.Replace('`', '_'));
        return new ModuleModel(
            ns,
            containing.Select(outer => Header(outer, cancellation)).ToEquatableArray(),
            Header(type, cancellation),
            type.Name,
            $"{Identifiers.Escape(type.Name)}{(type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => Identifiers.Escape(parameter.Name)))}>")}",
            string.Join(".", ns.Length == 0 ? path : path.Prepend(ns)),
            HasBase(type),
            HasBase(type) && !type.BaseType!.IsBareModule(),
            ForwardParser.Parse(type),
            members.Tensors.ToEquatableArray(),
            members.Children.ToEquatableArray(),
            CopyParser.Parse(type, members.Tensors, compilation, cancellation));
    }

    private static string Header(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var declaration = (TypeDeclarationSyntax)type.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        var keyword = declaration is RecordDeclarationSyntax record ? $"record {record.ClassOrStructKeyword.Text}".TrimEnd() : declaration.Keyword.Text;
        var parameters = declaration.TypeParameterList?.Parameters.Select(static parameter => parameter.Identifier.Text);
        return $"partial {keyword} {declaration.Identifier.Text}{(parameters is null ? "" : $"<{string.Join(", ", parameters)}>")}";
    }

    private static bool HasBase(INamedTypeSymbol type) => type.BaseType!.SpecialType != SpecialType.System_Object;

    private static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
}
