using System.Numerics;

namespace DslTensors;

/// <summary>A module whose children are of a type that it does not know the other form of when it is converted.</summary>
internal interface IModuleContainer
{
    /// <summary>Makes this container, of which nothing has been initialised, an empty one.</summary>
    void Clear();

    /// <summary>Adds the converted form of a child of the original to this container, which is the target.</summary>
    void AddConverted<TTo>(string key, Module child, ModuleCopier copier)
        where TTo : unmanaged, IFloatingPointIeee754<TTo>;
}
