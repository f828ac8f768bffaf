using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;

namespace DslTensors.Generator.Modules;

/// <summary>Reads what copies of a module consist of.</summary>
internal static class CopyParser
{
    /// <param name="type">The module.</param>
    /// <param name="tensors">Its parameters and buffers, whose fields are yet to be generated.</param>
    /// <param name="compilation">Tells which constructor parameters are captured; without it none is taken to be.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CopyModel Parse(INamedTypeSymbol type, IReadOnlyList<TensorModel> tensors, Compilation? compilation, CancellationToken cancellation)
    {
        var element = ElementParameter.Of(type);
        var members = new MemberCopies(element);
        var fields = Fields(type, tensors, members);
        var captured = compilation is null
            ? []
            : CapturedParameters.Of(type, compilation, cancellation).Select(parameter => members.Describe(parameter.Name, parameter.Name, parameter.Type, isHidden: false)).ToList();
        return new CopyModel(fields.ToEquatableArray(), captured.ToEquatableArray(), Conversion(type, element, members.Obstacle));
    }

    private static List<FieldModel> Fields(INamedTypeSymbol type, IReadOnlyList<TensorModel> tensors, MemberCopies members)
    {
        var fields = new List<FieldModel>();
        var names = new HashSet<string>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, IsConst: false } field && IsDeclared(field) && names.Add(field.Name))
                fields.Add(members.Describe(field.Name, field.AssociatedSymbol?.Name ?? field.Name, field.Type, field.AssociatedSymbol is not null || field.IsReadOnly));
            else if (member is IPropertySymbol property && tensors.Any(tensor => !tensor.IsImplemented && tensor.Name == Identifiers.Escape(property.Name)) && names.Add(BackingField(property)))
                fields.Add(members.Describe(BackingField(property), property.Name, property.Type, isHidden: true));
        }

        return fields;
    }

    // The compiler's fields for captured parameters come and go with what it has bound so far.
    private static bool IsDeclared(IFieldSymbol field) => !field.IsImplicitlyDeclared || field.AssociatedSymbol is IPropertySymbol;

    private static string BackingField(IPropertySymbol property) => $"<{property.Name}>k__BackingField";

    private static ConversionModel? Conversion(INamedTypeSymbol type, ITypeParameterSymbol? element, string? obstacle)
    {
        if (element is null)
            return HasElementsOfBase(type) ? new ConversionModel("", "", "TTo", false, false, $"its class derives from {type.BaseType!.ToDisplayString()}") : null;

        var parameter = element.Name == "TTo" ? "TOther" : "TTo";
        return new ConversionModel(
            $"{Identifiers.Escape(type.Name)}<{element.Name}>",
            $"{Identifiers.Escape(type.Name)}<{parameter}>",
            parameter,
            type.IsAbstract,
            HasTo(type.BaseType),
            obstacle ?? BaseObstacle(type, element));
    }

    private static string? BaseObstacle(INamedTypeSymbol type, ITypeParameterSymbol element)
    {
        var ancestor = type.BaseType!;
        if (ancestor.SpecialType == SpecialType.System_Object || ancestor.IsBareModule())
            return null;
        return ancestor.IsModuleContainer() || (ancestor.TypeArguments.Length == 1 && SymbolEqualityComparer.Default.Equals(ancestor.TypeArguments[0], element))
            ? null
            : $"its base class {ancestor.ToDisplayString()} has elements of one type";
    }

    // A class that fixes the elements of a generic module would come out as the bare base class, without what it adds.
    private static bool HasElementsOfBase(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && (ElementParameter.Of(ancestor.OriginalDefinition) is not null || HasTo(ancestor)))
                return true;
        }

        return false;
    }

    private static bool HasTo(INamedTypeSymbol? type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var isGenerated = ancestor.FindAttribute(ModuleNames.ModuleAttribute) is not null && ElementParameter.Of(ancestor.OriginalDefinition) is not null;
            if (isGenerated || ancestor.GetMembers("To").OfType<IMethodSymbol>().Any(static method => method.Arity == 1 && method.Parameters.IsEmpty))
                return true;
        }

        return false;
    }
}
