using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Generator.Modules;

/// <summary>Reads the parameters, buffers and children of one module, and notes what is wrong with them.</summary>
internal sealed class ModuleMemberParser(INamedTypeSymbol type, List<ModuleProblem> problems)
{
    private readonly Dictionary<string, ITypeSymbol> _constructorParameters = type.PrimaryConstructorParameters()
        .GroupBy(static parameter => parameter.Name)
        .ToDictionary(static parameters => parameters.Key, static parameters => parameters.First().Type);
    private readonly Dictionary<string, string> _keys = type.InheritedKeys();

    public List<TensorModel> Tensors { get; } = [];

    public List<ChildModel> Children { get; } = [];

    public void Add(ISymbol member, CancellationToken cancellation)
    {
        if (member is IPropertySymbol property && property.TensorAttribute() is { } attribute)
        {
            ReserveKey(property);
            if (ParseTensor(property, attribute, cancellation) is { } tensor)
                Tensors.Add(tensor);
        }
        else if (member.IsChild())
        {
            ReserveKey(member);
            var memberType = member.TypeOfMember();
            if (!memberType.HoldsModule())
                Refuse(ModuleProblemKind.ChildNotModule, $"'{member.Name}' is marked [Child], but '{memberType.Name}' is no module; mark that class [Module], or remove [Child]", member);
            Children.Add(new ChildModel(Identifiers.Escape(member.Name), member.KeyOf(), memberType.IsModule()));
        }
    }

    private TensorModel? ParseTensor(IPropertySymbol property, AttributeData attribute, CancellationToken cancellation)
    {
        var kind = property.FindAttribute(ModuleNames.ParameterAttribute) is null ? TensorKind.Buffer : TensorKind.Parameter;
        if (kind == TensorKind.Parameter && property.FindAttribute(ModuleNames.BufferAttribute) is not null)
            Refuse(ModuleProblemKind.ParameterAndBuffer, $"'{property.Name}' is marked both [Parameter] and [Buffer]; keep [Parameter] if it is trained, [Buffer] if not", property);

        var element = property.Type.TensorElement();
        if (element is null)
            Refuse(ModuleProblemKind.NotATensor, $"'{property.Name}' is a '{property.Type.ToDisplayString()}'; a {kind.ToString().ToLowerInvariant()} is a Tensor<T>", property);
        else if (kind == TensorKind.Parameter && !CanRequireGrad(element))
            Refuse(ModuleProblemKind.NotDifferentiable, $"'{property.Name}' holds '{element.ToDisplayString()}', which can't be trained; mark it [Buffer], or use a real element type", property);

        var declaration = property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();
        var dimensions = ParseDimensions(property, attribute);
        var when = ParseCondition(property, attribute, declaration?.Initializer);
        if (!property.IsPartialDefinition || property.IsStatic || property.GetMethod is null || declaration?.AccessorList is null)
        {
            Refuse(ModuleProblemKind.PropertyNotPartial, $"'{property.Name}' must be a partial instance property with a getter: public partial {property.Type.Name}<...> {property.Name} {{ get; set; }}", property);
            return null;
        }

        return element is null ? null : new TensorModel(
            kind,
            declaration.Identifier.Text,
            property.KeyOf(),
            property.Type.ToDisplayString(ForwardParser.TypeFormat),
            element.ToDisplayString(ForwardParser.TypeFormat),
            ModifiersOf(declaration.Modifiers),
            declaration.AccessorList.Accessors.Select(static accessor => new AccessorModel(ModifiersOf(accessor.Modifiers), accessor.Keyword.Text)).ToEquatableArray(),
            dimensions,
            when is null ? null : Identifiers.Escape(when),
            declaration.Initializer is not null,
            property.PartialImplementationPart is not null,
            kind == TensorKind.Parameter || attribute.NamedArgument("Persistent") is not false);
    }

    private EquatableArray<string> ParseDimensions(IPropertySymbol property, AttributeData attribute)
    {
        var parser = new DimensionParser(_constructorParameters);
        var dimensions = new List<string>();
        foreach (var size in attribute.ConstructorArguments.Where(static sizes => !sizes.IsNull).SelectMany(static sizes => sizes.Values))
        {
            var (dimension, problem, explanation) = parser.Parse(size);
            if (dimension is not null)
                dimensions.Add(dimension);
            else
                Refuse(problem, $"the shape of '{property.Name}' can't be read: {explanation}", property, size.Value as string);
        }

        return dimensions.ToEquatableArray();
    }

    private string? ParseCondition(IPropertySymbol property, AttributeData attribute, EqualsValueClauseSyntax? initialValue)
    {
        if (attribute.NamedArgument("When") is not string when)
            return null;
        if (!_constructorParameters.TryGetValue(when, out var condition) || condition.SpecialType != SpecialType.System_Boolean)
            Refuse(ModuleProblemKind.UnknownCondition, $"'{property.Name}' exists when '{when}', which is no bool parameter of the primary constructor", property, when);
        if (property.NullableAnnotation == NullableAnnotation.NotAnnotated)
            Refuse(ModuleProblemKind.ConditionNotNullable, $"'{property.Name}' is null unless '{when}', so its type must be nullable: {property.Type.ToDisplayString()}?", property);
        if (initialValue is not null && !initialValue.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == when))
            Refuse(ModuleProblemKind.UnconditionalInitialValue, $"'{property.Name}' would exist whatever '{when}' is; write its initial value as {when} ? {initialValue.Value} : null", property);
        return when;
    }

    private void ReserveKey(ISymbol member)
    {
        var key = member.KeyOf();
        if (!StateKey.IsValid(key))
            Refuse(ModuleProblemKind.InvalidKey, $"the key \"{key}\" of '{member.Name}' can't be used: a key has at least one character and no dot", member);
        else if (_keys.TryGetValue(key, out var owner))
            Refuse(ModuleProblemKind.DuplicateKey, $"'{member.Name}' and '{owner}' have the same key \"{key}\" in the state dict; give one of them another with Name = \"...\"", member);
        else
            _keys.Add(key, member.Name);
    }

    private void Refuse(ModuleProblemKind kind, string message, ISymbol member, string? argument = null) => problems.Add(new ModuleProblem(kind, message, member.Name, argument));

    private static bool CanRequireGrad(ITypeSymbol element) => element.TypeKind is TypeKind.TypeParameter or TypeKind.Error
        || element.SpecialType is SpecialType.System_Single or SpecialType.System_Double
        || element.Name is "Half" or "BFloat16";

    private static string ModifiersOf(SyntaxTokenList modifiers) => string.Join(" ", modifiers.Select(static modifier => modifier.Text));
}
