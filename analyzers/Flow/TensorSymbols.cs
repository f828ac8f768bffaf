using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The types of the library as one compilation sees them.</summary>
internal sealed class TensorSymbols
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _modules = new(SymbolEqualityComparer.Default);

    private TensorSymbols(Compilation compilation, INamedTypeSymbol tensor)
    {
        Tensor = tensor;
        TypedTensor = compilation.GetTypeByMetadataName("DslTensors.Tensor`1");
        Shape = compilation.GetTypeByMetadataName("DslTensors.Shape");
        Scalar = compilation.GetTypeByMetadataName("DslTensors.Scalar");
        OperatorSignature = compilation.GetTypeByMetadataName("DslTensors.OperatorSignatureAttribute");
        Signature = compilation.GetTypeByMetadataName("DslTensors.SignatureAttribute");
        AttentionMask = compilation.GetTypeByMetadataName("DslTensors.AttentionMask`1");
        ShapeError = compilation.GetTypeByMetadataName("DslTensors.ShapeErrorAttribute");
        ShapeAttribute = compilation.GetTypeByMetadataName("DslTensors.ShapeAttribute");
        ParameterAttribute = compilation.GetTypeByMetadataName("DslTensors.ParameterAttribute");
        BufferAttribute = compilation.GetTypeByMetadataName("DslTensors.BufferAttribute");
        Module = compilation.GetTypeByMetadataName("DslTensors.Module");
        ModuleAttribute = compilation.GetTypeByMetadataName("DslTensors.ModuleAttribute");
        Sequential = compilation.GetTypeByMetadataName("DslTensors.Sequential`1");
        ModuleList = compilation.GetTypeByMetadataName("DslTensors.ModuleList`1");
        TensorException = compilation.GetTypeByMetadataName("DslTensors.TensorException");
    }

    public INamedTypeSymbol Tensor { get; }

    public INamedTypeSymbol? TypedTensor { get; }

    /// <summary>The sizes of a tensor at run time.</summary>
    public INamedTypeSymbol? Shape { get; }

    /// <summary>A number in the place of a tensor.</summary>
    public INamedTypeSymbol? Scalar { get; }

    public INamedTypeSymbol? OperatorSignature { get; }

    /// <summary>All shapes of a method that is no operator.</summary>
    public INamedTypeSymbol? Signature { get; }

    /// <summary>A tensor given as a mask.</summary>
    public INamedTypeSymbol? AttentionMask { get; }

    /// <summary>PyTorch's sentence for a shape that does not fit.</summary>
    public INamedTypeSymbol? ShapeError { get; }

    public INamedTypeSymbol? ShapeAttribute { get; }

    public INamedTypeSymbol? ParameterAttribute { get; }

    public INamedTypeSymbol? BufferAttribute { get; }

    /// <summary>The base class of modules.</summary>
    public INamedTypeSymbol? Module { get; }

    public INamedTypeSymbol? ModuleAttribute { get; }

    public INamedTypeSymbol? Sequential { get; }

    public INamedTypeSymbol? ModuleList { get; }

    /// <summary>What the library throws.</summary>
    public INamedTypeSymbol? TensorException { get; }

    /// <summary>Null where the compilation does not use the library.</summary>
    public static TensorSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("DslTensors.Tensor") is { } tensor ? new TensorSymbols(compilation, tensor) : null;

    public bool IsTensor(ITypeSymbol? type) => Is(type, TypedTensor) || Is(type, Tensor);

    /// <summary>A tensor, or what holds one as a mask.</summary>
    public bool IsTensorOrMask(ITypeSymbol? type) => IsTensor(type) || Is(type, AttentionMask);

    /// <summary>The tensors that a tuple, perhaps one that may be null, consists of; none where it holds something else.</summary>
    public int TensorsIn(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => TensorsIn(value),
        INamedTypeSymbol { IsTupleType: true, TupleElements: var elements } when elements.All(element => IsTensor(element.Type)) => elements.Length,
        _ => 0,
    };

    public bool IsShape(ITypeSymbol? type) => Is(type, Shape);

    public bool IsScalar(ITypeSymbol? type) => Is(type, Scalar);

    /// <summary>A module's type, whether the generator has added the base class or not.</summary>
    public bool IsModule(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class or TypeKind.TypeParameter or TypeKind.Error } && _modules.GetOrAdd(type, HasModuleBase);

    private bool HasModuleBase(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, Module) || (ModuleAttribute is not null && current.TypeKind == TypeKind.Class && Attribute(current, ModuleAttribute) is not null))
                return true;
        }

        return false;
    }

    /// <summary>Modules in a row, or in a list.</summary>
    public bool IsContainer(ITypeSymbol? type) => IsSequential(type) || Derives(type, ModuleList);

    public bool IsSequential(ITypeSymbol? type) => Derives(type, Sequential);

    /// <summary>The type of what a task brings; the type itself where it is no task.</summary>
    public static ITypeSymbol Awaited(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    /// <summary>An array, span or other sequence of tensors.</summary>
    public bool IsTensorList(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => IsTensor(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } named => !IsTensor(named) && IsTensor(named.TypeArguments[0]),
        _ => false,
    };

    public static AttributeData? Attribute(ISymbol symbol, INamedTypeSymbol? type) => type is null
        ? null
        : symbol.GetAttributes().FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type));

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol? definition)
    {
        for (var current = type; current is not null && definition is not null; current = current.BaseType)
        {
            if (Is(current, definition))
                return true;
        }

        return false;
    }

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol? definition) =>
        type is not null && definition is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, definition);
}
