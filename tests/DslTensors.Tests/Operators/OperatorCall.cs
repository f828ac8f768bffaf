using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Operators;

/// <summary>PyTorch's name and arguments turned into a call of ours, by the mechanical naming rule.</summary>
internal static class OperatorCall
{
    private delegate Tensor<T> Joined<T>(ReadOnlySpan<Tensor<T>> tensors, int dim, Tensor<T>? destination)
        where T : unmanaged;

    private delegate Tensor<T> Stacked<T>(ReadOnlySpan<Tensor<T>> tensors, Tensor<T>? destination)
        where T : unmanaged;

    private delegate Tensor<T> Summed<T>(string equation, ReadOnlySpan<Tensor<T>> operands)
        where T : unmanaged;

    /// <summary>Variants of an operator that the reference lists under a name of their own.</summary>
    private static readonly Dictionary<string, string> s_variants = new() { ["bmm_transposed_input"] = "bmm", ["batch_norm_train"] = "batch_norm" };

    /// <summary>The results of the call.</summary>
    /// <exception cref="TypeRefusedException">The element type does not compile for this operator.</exception>
    public static Tensor[] Run(ReferenceCase answer, Tensor[] inputs)
    {
        var arguments = answer.Arguments.Where(pair => pair.Value.ValueKind != JsonValueKind.Null).ToDictionary(pair => pair.Key, pair => pair.Value);
        switch (answer.Op)
        {
            case "bmm_transposed_input":
                inputs = [inputs[0].As<double>().Transpose(1, 2), inputs[1]];
                break;
            case "einsum":
                return [Overloads("einsum").Single().MakeGenericMethod(typeof(double))
                    .CreateDelegate<Summed<double>>()(arguments["equation"].GetString()!, [.. inputs.Select(input => input.As<double>())])];
            case "batch_norm_train":
                inputs = [inputs[0], Tensor.Zeros<double>(inputs[1].Shape[0]), Tensor.Ones<double>(inputs[1].Shape[0]), inputs[1], inputs[2]];
                arguments["training"] = JsonDocument.Parse("true").RootElement;
                break;
        }

        var dtype = arguments.Remove("dtype", out var name) ? ElementTypeNames.TypeOf(name.GetString()!) : null;
        if (answer.Op == "to")
            return [(Tensor)Invoke(typeof(Tensor).GetMethod("To")!.MakeGenericMethod(dtype!), [], inputs[0])!];
        if (answer.InputsAreList)
            return [Join(answer.Op, inputs, arguments.TryGetValue("dim", out var dim) ? dim.GetInt32() : 0)];

        var isRefused = false;
        foreach (var method in Overloads(answer.Op).Where(method => ComputesInOtherType(method) == dtype is not null))
        {
            if (Close(method, inputs, dtype, ref isRefused) is { } closed && Bind(closed, inputs, arguments) is { } values)
                return Results(Invoke(closed, values));
        }

        throw isRefused ? new TypeRefusedException() : new MissingMethodException($"no overload of {answer.Op} takes these arguments");
    }

    private static IEnumerable<MethodInfo> Overloads(string op)
    {
        var name = Pascal(s_variants.GetValueOrDefault(op, op));
        return typeof(TensorOperators).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.Name == name && !TakesSequence(method))
            .OrderBy(method => method.IsGenericMethodDefinition)
            .ThenBy(method => method.GetParameters().Length);
    }

    // The form for a List or a query calls that for a span.
    private static bool TakesSequence(MethodInfo method) => method.GetParameters() is [{ ParameterType: { IsInterface: true, IsGenericType: true } }, ..];

    private static Tensor Join(string op, Tensor[] inputs, int dim)
    {
        var generic = typeof(OperatorCall).GetMethod(nameof(JoinTyped), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Tensor)Invoke(generic.MakeGenericMethod(ElementType(inputs.FirstOrDefault())), [Overloads(op).Single(), inputs, dim])!;
    }

    private static Tensor<T> JoinTyped<T>(MethodInfo method, Tensor[] inputs, int dim)
        where T : unmanaged
    {
        var closed = method.MakeGenericMethod(typeof(T));
        Tensor<T>[] tensors = [.. inputs.Select(input => input.As<T>())];
        return closed.GetParameters().Length == 2 ? closed.CreateDelegate<Stacked<T>>()(tensors, null) : closed.CreateDelegate<Joined<T>>()(tensors, dim, null);
    }

    private static bool ComputesInOtherType(MethodInfo method) => TensorParameters(method).Any(parameter => parameter.ParameterType == typeof(Tensor));

    private static MethodInfo? Close(MethodInfo method, Tensor[] inputs, Type? dtype, ref bool isRefused)
    {
        if (!method.IsGenericMethodDefinition)
            return method;
        if (method.GetGenericArguments().Length != 1)
            return null;
        var tensors = TensorParameters(method).ToList();
        var at = tensors.FindIndex(parameter => parameter.ParameterType.ContainsGenericParameters);
        try
        {
            return method.MakeGenericMethod(dtype ?? (at >= 0 && at < inputs.Length ? ElementType(inputs[at]) : typeof(float)));
        }
        catch (ArgumentException)
        {
            isRefused = true;
            return null;
        }
    }

    private static object?[]? Bind(MethodInfo method, Tensor[] inputs, Dictionary<string, JsonElement> arguments)
    {
        var parameters = method.GetParameters();
        var values = new object?[parameters.Length];
        var tensors = TensorParameters(method).ToList();
        if (inputs.Length > tensors.Count)
            return null;
        var (used, position) = (0, 0);
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var index = tensors.IndexOf(parameter);
            if (index >= 0 && index < inputs.Length)
            {
                if (!parameter.ParameterType.IsInstanceOfType(inputs[index]))
                    return null;
                values[i] = inputs[index];
            }
            else if (Find(arguments, parameter.Name!, ref position, out var json))
            {
                if (!ArgumentValue.TryConvert(json, parameter.ParameterType, out values[i]))
                    return null;
                used++;
            }
            else if (parameter.HasDefaultValue)
            {
                values[i] = parameter.DefaultValue;
            }
            else
            {
                return null;
            }
        }

        var given = arguments.TryGetValue("args", out var list) ? list.GetArrayLength() : arguments.Count;
        return used == given ? values : null;
    }

    private static bool Find(Dictionary<string, JsonElement> arguments, string parameter, ref int position, out JsonElement value)
    {
        if (arguments.TryGetValue("args", out var list))
        {
            value = position < list.GetArrayLength() ? list[position] : default;
            return parameter != "destination" && position++ < list.GetArrayLength();
        }

        foreach (var (name, json) in arguments)
        {
            if (string.Equals(name.Replace("_", ""), parameter, StringComparison.OrdinalIgnoreCase))
            {
                value = json;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static IEnumerable<ParameterInfo> TensorParameters(MethodInfo method) =>
        method.GetParameters().Where(parameter => parameter.Name != "destination" && parameter.ParameterType.IsAssignableTo(typeof(Tensor)));

    private static object? Invoke(MethodInfo method, object?[] values, object? receiver = null)
    {
        try
        {
            return method.Invoke(receiver, values);
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }

    private static Tensor[] Results(object? result) => result switch
    {
        Tensor tensor => [tensor],
        Tensor[] tensors => tensors,
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => (Tensor)tuple[i]!)],
        bool truth => [Tensor.From([truth])],
        _ => throw new InvalidOperationException($"an operator returned {result}"),
    };

    private static Type ElementType(Tensor? tensor) => tensor?.GetType().GetGenericArguments()[0] ?? typeof(float);

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>The C# compiler would refuse the call: the operator's constraints exclude the element type.</summary>
internal sealed class TypeRefusedException : Exception;
