using System.Numerics;
using System.Reflection;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules.Layers;

/// <summary>A case of <c>layers.json</c>: a layer with options, its inputs, and what PyTorch's layer does with them.</summary>
internal sealed class LayerCase(JsonElement element)
{
    /// <summary>All layers of the library by their names.</summary>
    public static readonly Dictionary<string, Type> Layers = typeof(Module).Assembly.GetExportedTypes()
        .Where(type => type.IsGenericTypeDefinition && !type.IsAbstract && type.IsAssignableTo(typeof(Module)))
        .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase);

    public string Layer => element.GetProperty("layer").GetString()!;

    public string Text => element.GetProperty("repr").GetString()!;

    public JsonElement Expected<T>() => element.GetProperty(typeof(T) == typeof(float) ? "float32" : "float64");

    public override string ToString() => $"{Layer} {element.GetProperty("options")}";

    /// <summary>The layer, made by the constructor that has PyTorch's options.</summary>
    public Module Create<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var type = Layers.TryGetValue(Layer, out var found) ? found.MakeGenericType(typeof(T)) : throw new InvalidOperationException($"there is no layer {Layer}");
        var constructor = type.GetConstructors().Single();
        var options = element.GetProperty("options").EnumerateObject()
            .ToDictionary(option => option.Name.Replace("_", ""), option => option.Value, StringComparer.OrdinalIgnoreCase);
        var arguments = constructor.GetParameters()
            .Select(parameter => options.Remove(parameter.Name!, out var value) ? LayerOption.Of<T>(parameter.ParameterType, value) : Default(parameter)).ToArray();
        Assert.Empty(options.Keys);
        return (Module)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>The inputs, real ones as leaves that require gradients where PyTorch's did.</summary>
    public Tensor[] Inputs<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => [.. element.GetProperty("inputs").EnumerateArray().Select(input =>
        {
            var values = ReferenceTensor.Parse(input);
            if (values.DType == "int64")
                return Tensor.From(Array.ConvertAll(values.Data, value => (long)value), values.Shape);
            var tensor = Tensor.From(Array.ConvertAll(values.Data, T.CreateTruncating), values.Shape);
            tensor.RequiresGrad = !input.TryGetProperty("grad", out var grad) || grad.GetBoolean();
            return (Tensor)tensor;
        })];

    /// <summary>Calls the layer on copies of the inputs, which it may write over.</summary>
    public static Tensor<T> Forward<T>(Module layer, Tensor[] inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var forward = layer.GetType().GetMethods()
            .Where(method => method.Name == "Forward" && Takes(method.GetParameters(), inputs)).MinBy(method => method.GetParameters().Length)!;
        IEnumerable<object?> copies = inputs.Select(input => input is Tensor<T> real ? real.Clone() : input);
        object?[] arguments = [.. copies, .. forward.GetParameters().Skip(inputs.Length).Select(Default)];
        return (Tensor<T>)forward.Invoke(layer, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    public static string NameOf(Type layer) => layer.Name[..layer.Name.IndexOf('`')];

    private static bool Takes(ParameterInfo[] parameters, Tensor[] inputs) => parameters.Length >= inputs.Length
        && parameters.Index().All(entry => entry.Index < inputs.Length ? entry.Item.ParameterType.IsInstanceOfType(inputs[entry.Index]) : entry.Item.HasDefaultValue);

    private static bool IsNullable(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static object? Default(ParameterInfo parameter) => parameter.HasDefaultValue
        ? parameter.DefaultValue ?? (IsNullable(parameter.ParameterType) ? null : Activator.CreateInstance(parameter.ParameterType))
        : throw new InvalidOperationException($"no value for '{parameter.Name}'");
}
