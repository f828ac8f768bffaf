using DslTensors.Generator.Models;

namespace DslTensors.Generator.Modules;

/// <summary>A module class: all that its generated part is written from.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="ContainingTypes">The headers of the types around it, from the outside: <c>partial class Outer</c>.</param>
/// <param name="Header">The class itself: <c>partial class Linear&lt;T&gt;</c>.</param>
/// <param name="Name">The class's name.</param>
/// <param name="Self">The class as a type: <c>Linear&lt;T&gt;</c>.</param>
/// <param name="FileName">A name that is unique in the compilation, without an extension.</param>
/// <param name="HasBase">Whether the user wrote a base class; if not, the generated part adds one.</param>
/// <param name="ExtendsModule">Whether the base class is a module with members of its own, which come first.</param>
/// <param name="Forward">What <c>Forward</c> takes and returns, if it is fit for an interface.</param>
/// <param name="Tensors">Parameters and buffers in the order of their declaration.</param>
/// <param name="Children">Child modules in the order of their declaration.</param>
/// <param name="Copy">What copies of it consist of.</param>
internal sealed record ModuleModel(
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Header,
    string Name,
    string Self,
    string FileName,
    bool HasBase,
    bool ExtendsModule,
    ForwardModel? Forward,
    EquatableArray<TensorModel> Tensors,
    EquatableArray<ChildModel> Children,
    CopyModel Copy);

/// <summary>The types of a <c>Forward</c> method with one input.</summary>
internal sealed record ForwardModel(string Input, string Output);

/// <summary>A parameter or buffer.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">The property's name.</param>
/// <param name="Key">Its name in the state dict.</param>
/// <param name="Type">The property's type as the user declared it.</param>
/// <param name="Element">The element type.</param>
/// <param name="Modifiers">The modifiers of the declaration, <c>partial</c> included.</param>
/// <param name="Accessors">Get, set or init, with their own modifiers.</param>
/// <param name="Dimensions">The sizes: integers or arithmetic over primary-constructor parameters.</param>
/// <param name="When">The Boolean primary-constructor parameter that decides whether the tensor exists.</param>
/// <param name="HasInitializer">Whether the user gave an initial value.</param>
/// <param name="IsImplemented">Whether the user wrote the implementing part too, so that only the listing is left to do.</param>
/// <param name="IsPersistent">Whether the tensor is part of the state dict.</param>
internal sealed record TensorModel(
    TensorKind Kind,
    string Name,
    string Key,
    string Type,
    string Element,
    string Modifiers,
    EquatableArray<AccessorModel> Accessors,
    EquatableArray<string> Dimensions,
    string? When,
    bool HasInitializer,
    bool IsImplemented,
    bool IsPersistent);

internal enum TensorKind
{
    Parameter,
    Buffer,
}

/// <summary>An accessor of a property, e.g. <c>private</c> and <c>set</c>.</summary>
internal sealed record AccessorModel(string Modifiers, string Keyword);

/// <summary>A child module.</summary>
/// <param name="Name">The property or field.</param>
/// <param name="Key">Its name in keys.</param>
/// <param name="IsCertain">Whether the declared type is a module; an interface may be implemented by something else.</param>
internal sealed record ChildModel(string Name, string Key, bool IsCertain);
