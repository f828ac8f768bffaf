using DslTensors.Generator.Models;

namespace DslTensors.Generator.Kernels;

/// <summary>A <c>[Kernel]</c> method.</summary>
/// <param name="Namespace">The namespace of its class; empty for the global one.</param>
/// <param name="Classes">The partial classes around it, the outermost first, each with its modifiers that count: <c>static partial class Stencil</c>.</param>
/// <param name="Accessibility">How visible its launcher is.</param>
/// <param name="Method">Its name.</param>
/// <param name="Index">The type of its index, as generated code writes it.</param>
/// <param name="Parameters">What follows the index.</param>
internal sealed record KernelModel(
    string Namespace,
    EquatableArray<string> Classes,
    string Accessibility,
    string Method,
    string Index,
    EquatableArray<KernelParameter> Parameters);

/// <summary>How a launcher passes an argument on.</summary>
internal enum KernelArgument
{
    /// <summary>As it is.</summary>
    Value,

    /// <summary>A tensor as a view of all its elements.</summary>
    Linear,

    /// <summary>A tensor as a view of one dimension.</summary>
    Dense1D,

    /// <summary>A matrix as a view whose first index is the column.</summary>
    DenseX,

    /// <summary>A matrix as a view whose first index is the row.</summary>
    DenseY,

    /// <summary>A tensor of three dimensions as a view whose first index is the innermost.</summary>
    DenseXY,

    /// <summary>A tensor of three dimensions as a view whose first index is the outermost.</summary>
    DenseZY,
}

/// <summary>A parameter of a kernel after its index.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type in the kernel, as generated code writes it.</param>
/// <param name="Element">The element type of a view; empty for a value.</param>
/// <param name="Argument">How the launcher passes it on.</param>
/// <param name="Shape">The sizes that are stated, names and numbers; empty if none are.</param>
/// <param name="IsWritten">Whether the kernel writes elements of the view.</param>
internal sealed record KernelParameter(string Name, string Type, string Element, KernelArgument Argument, EquatableArray<string> Shape, bool IsWritten);
