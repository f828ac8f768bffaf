using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace DslTensors;

/// <summary>
/// One deep copy of a module, or one conversion to another element type: what <c>Clone()</c> and <c>To&lt;T&gt;()</c> run, and what
/// generated code asks for the copy of each member. What occurs twice in the original is one thing in the copy.
/// </summary>
public sealed class ModuleCopier
{
    private readonly Dictionary<object, object> _copies = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, object> _conversions = new(ReferenceEqualityComparer.Instance);

    internal ModuleCopier()
    {
    }

    /// <summary>A module of another element type with the structure, the values and the modes of this one; called by generated code.</summary>
    /// <typeparam name="TModule">The module's type with the other elements.</typeparam>
    /// <typeparam name="TTo">The other element type.</typeparam>
    /// <exception cref="TensorException">A part of the module has elements of one type only.</exception>
    public static TModule Convert<TModule, TTo>(Module module)
        where TModule : class
        where TTo : unmanaged, IFloatingPointIeee754<TTo> => new ModuleCopier().ConvertModule<TModule, TTo>(module)!;

    /// <summary>The copy of a tensor; its gradient stays behind, as in PyTorch.</summary>
    /// <exception cref="AutogradException">The tensor is the result of a recorded operator.</exception>
    [return: NotNullIfNotNull(nameof(tensor))]
    public TTensor? CopyTensor<TTensor>(TTensor? tensor)
        where TTensor : Tensor => (TTensor?)Once(_copies, tensor, static tensor => tensor.CopyLeaf());

    /// <summary>The copy of a module, or of what its interface stands for.</summary>
    [return: NotNullIfNotNull(nameof(module))]
    public TModule? CopyModule<TModule>(TModule? module)
        where TModule : class
    {
        if (module is not Module original)
            return module;
        return (TModule)(_copies.TryGetValue(original, out var known) ? known : original.CopyWith(this));
    }

    /// <summary>A tensor with elements of another type; one of integers is copied as it is.</summary>
    /// <exception cref="AutogradException">The tensor is the result of a recorded operator.</exception>
    [return: NotNullIfNotNull(nameof(tensor))]
    public Tensor? ConvertTensor<TTo>(Tensor? tensor)
        where TTo : unmanaged => tensor is null || !tensor.DType.IsFloatingPoint() ? CopyTensor(tensor) : ConvertElements<TTo>(tensor);

    /// <summary>A tensor of a module's element type with elements of the other type.</summary>
    /// <exception cref="AutogradException">The tensor is the result of a recorded operator.</exception>
    [return: NotNullIfNotNull(nameof(tensor))]
    public Tensor<TTo>? ConvertElements<TTo>(Tensor? tensor)
        where TTo : unmanaged => (Tensor<TTo>?)Once(_conversions, tensor, static tensor => tensor.ConvertLeaf<TTo>());

    /// <summary>A number of a module's element type as one of the other type.</summary>
    public static TTo ConvertNumber<T, TTo>(T number)
        where T : unmanaged
        where TTo : unmanaged
    {
        TTo converted = default;
        ElementConversion.Run(new ReadOnlySpan<T>(ref number), new Span<TTo>(ref converted));
        return converted;
    }

    /// <summary>A child with elements of another type; one that has no such form is copied as it is, where its type allows that.</summary>
    /// <param name="module">The child.</param>
    /// <param name="createContainer">Makes an empty list or dictionary, which does not know by itself what the type of its modules becomes.</param>
    /// <exception cref="TensorException">The child has elements of one type only, and another is called for.</exception>
    [return: NotNullIfNotNull(nameof(module))]
    public TModule? ConvertModule<TModule, TTo>(object? module, Func<TModule>? createContainer = null)
        where TModule : class
        where TTo : unmanaged, IFloatingPointIeee754<TTo>
    {
        if (module is null)
            return null;
        if (module is not Module original)
            return module as TModule ?? throw HasNoForm(module, typeof(TTo));
        if (!_conversions.TryGetValue(original, out var converted))
            converted = (original.CreateFor<TTo>() ?? CreateContainer(original, createContainer)) is { } created ? original.ConvertWith<TTo>(created, this) : CopyModule(original);
        return converted as TModule ?? throw HasNoForm(original, typeof(TTo));
    }

    internal void NoteCopy(Module original, Module copy) => _copies.Add(original, copy);

    internal void NoteConversion(Module original, Module converted) => _conversions.Add(original, converted);

    private static Module? CreateContainer<TModule>(Module original, Func<TModule>? create)
        where TModule : class
    {
        if (original is not IModuleContainer)
            return null;
        return create is null ? original.Shell() : create() as Module;
    }

    private static Tensor? Once(Dictionary<object, object> known, Tensor? tensor, Func<Tensor, Tensor> copy)
    {
        if (tensor is null)
            return null;
        if (known.TryGetValue(tensor, out var earlier))
            return (Tensor)earlier;
        var made = copy(tensor);
        known.Add(tensor, made);
        return made;
    }

    private static TensorException HasNoForm(object module, Type element) => new(
        $"{module.GetType().Name} can't be converted to {element.Name} elements: its class has one element type only. Make the class generic, for example {module.GetType().Name}<T>.");
}
