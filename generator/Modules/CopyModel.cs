using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Modules;

/// <summary>What a copy of a module has to replace, and what a module with other elements has to be filled with.</summary>
/// <param name="Fields">The fields of the class, those behind properties included.</param>
/// <param name="Captured">The primary-constructor parameters that methods refer to, which are fields without a name.</param>
/// <param name="Conversion">How the class is converted to other elements; <see langword="null"/> if it has no element type.</param>
internal sealed record CopyModel(EquatableArray<FieldModel> Fields, EquatableArray<FieldModel> Captured, ConversionModel? Conversion)
{
    /// <summary>A name for a parameter or local of generated methods that hides no captured parameter.</summary>
    public string Free(string name) => Captured.Any(parameter => parameter.Name == name) ? $"{name}OfModule" : name;
}

/// <summary>A field, or a captured parameter.</summary>
/// <param name="Name">Its name in metadata; a compiler's name for what is behind a property.</param>
/// <param name="Label">The property's name, or the field's own.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsHidden">Whether C# can't assign it, so that an accessor is needed.</param>
/// <param name="Copy">The copier's method for its value; <see langword="null"/> if copies share it.</param>
/// <param name="Conversion">The call that converts its value, with <c>{0}</c> for the value and <c>{1}</c> for the copier.</param>
internal sealed record FieldModel(string Name, string Label, string Type, bool IsHidden, string? Copy, string Conversion);

/// <summary>How a class is converted to other elements.</summary>
/// <param name="Self">The class with its own elements, as in <c>Linear&lt;T&gt;</c>.</param>
/// <param name="Target">The class with the other elements, as in <c>Linear&lt;TTo&gt;</c>.</param>
/// <param name="Parameter">The name of the other element type.</param>
/// <param name="IsAbstract">Whether only derived classes can be created.</param>
/// <param name="HidesTo">Whether a base class has a method <c>To</c> already.</param>
/// <param name="Obstacle">Why there is no such form; <see langword="null"/> if there is.</param>
internal sealed record ConversionModel(string Self, string Target, string Parameter, bool IsAbstract, bool HidesTo, string? Obstacle);
