using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>A sample of the suite turned into a call of ours, by the mechanical naming rule.</summary>
internal static class SuiteCall
{
    // By name: the tests' own operators are members of a class of the same name.
    private static readonly ILookup<string, MethodInfo> s_methods = typeof(Tensor).Assembly.GetType("DslTensors.TensorOperators", throwOnError: true)!
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .OrderBy(method => method.GetParameters().Length)
        .ThenBy(method => method.IsGenericMethodDefinition)
        .ToLookup(method => method.Name);

    public static bool Exists(string op) => s_methods.Contains(Pascal(op));

    /// <summary>The results of the call.</summary>
    /// <exception cref="TypesRefusedException">The element types don't compile.</exception>
    /// <exception cref="MissingMethodException">No overload has these parameters.</exception>
    public static Tensor[] Run(SuiteCase answer, Tensor[] inputs)
    {
        // What PyTorch chooses by an argument is another operator here, because it returns something else.
        if (answer.Arguments.FirstOrDefault(argument => argument.Name == "return_indices").Value is { ValueKind: JsonValueKind.True or JsonValueKind.False } returnsIndices)
        {
            answer = answer with
            {
                Op = returnsIndices.GetBoolean() ? $"{answer.Op}_with_indices" : answer.Op,
                Arguments = [.. answer.Arguments.Where(argument => argument.Name != "return_indices")],
            };
        }

        if (answer.Arguments.FirstOrDefault(argument => argument.Name == "out_int32").Value is { ValueKind: JsonValueKind.True or JsonValueKind.False } isNarrow)
        {
            // Indices are long here; a conversion behind the call makes them int.
            var places = Run(Without(answer, "out_int32"), inputs);
            return isNarrow.GetBoolean() ? [.. places.Select(place => place.To<int>())] : places;
        }

        if (answer.Op.StartsWith("unique", StringComparison.Ordinal) && answer.Arguments.Any(argument => argument.Name == "return_inverse"))
        {
            // All three results are always there.
            var results = Run(Without(answer, "return_inverse", "return_counts"), inputs);
            bool Wants(string name) => answer.Arguments.Any(argument => argument.Name == name && argument.Value.ValueKind == JsonValueKind.True);
            return [results[0], .. Wants("return_inverse") ? results[1..2] : [], .. Wants("return_counts") ? results[2..] : []];
        }

        var isRefused = false;
        foreach (var method in s_methods[Pascal(answer.Op)])
        {
            if (Parameters(method, answer.Arguments) is not { } given || MakesOtherType(method, answer))
                continue;
            if (Close(method, given, answer, inputs) is { } closed && Values(closed, given, inputs) is { } values)
                return [.. Results(Invoke(closed, values))];
            isRefused |= HasRightKinds(method, given);
        }

        throw isRefused ? new TypesRefusedException() : new MissingMethodException($"no overload has the parameters ({string.Join(", ", answer.Arguments.Select(argument => argument.Name))})");
    }

    private static SuiteCase Without(SuiteCase answer, params string[] names) => answer with { Arguments = [.. answer.Arguments.Where(argument => !names.Contains(argument.Name))] };

    /// <summary>Whether it is the form of a creation function for another element type, which a C# caller would not write.</summary>
    private static bool MakesOtherType(MethodInfo method, SuiteCase answer) =>
        !method.IsGenericMethodDefinition && answer.Inputs.Length == 0 && answer.Outputs is [var output, ..] && ElementParameter(method.ReturnType) != SuiteTensor.ElementType(output.DType);

    /// <summary>The argument for each parameter; <see langword="null"/> if an argument has none, or a parameter without default is not given.</summary>
    private static JsonElement?[]? Parameters(MethodInfo method, (string Name, JsonElement Value)[] arguments)
    {
        var parameters = method.GetParameters();
        var given = new JsonElement?[parameters.Length];
        var unnamed = new List<int>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var name = arguments[i].Name == "out" ? "destination" : arguments[i].Name.Replace("_", "");
            var at = Array.FindIndex(parameters, parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0)
                given[at] = arguments[i].Value;
            else if (name != "dtype")
                unnamed.Add(i);
        }

        // Tensors are passed by position; PyTorch's own names of them differ between its documentation and its schemas.
        foreach (var i in unnamed)
        {
            var (name, value) = arguments[i];
            if (value.ValueKind == JsonValueKind.Null)
                continue;
            if (i >= parameters.Length || given[i] is not null || parameters[i].Name == "destination" || (!IsTensor(value) && !int.TryParse(name, out _)))
                return null;
            given[i] = value;
        }

        return parameters.Where((parameter, i) => given[i] is null && !parameter.HasDefaultValue && !IsVariadic(parameter)).Any() ? null : given;
    }

    private static bool IsVariadic(ParameterInfo parameter) => parameter.IsDefined(typeof(ParamArrayAttribute), false) || parameter.IsDefined(typeof(ParamCollectionAttribute), false);

    private static bool IsTensor(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.TryGetProperty("tensor", out _),
        JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().All(IsTensor),
        _ => false,
    };

    /// <summary>The method for the element types of the tensors, or for the results' where there is no tensor.</summary>
    private static MethodInfo? Close(MethodInfo method, JsonElement?[] given, SuiteCase answer, Tensor[] inputs)
    {
        if (!method.IsGenericMethodDefinition)
            return method;
        var types = method.GetGenericArguments();
        var closed = new Type?[types.Length];
        var parameters = method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (given[i] is not { } value || !IsTensor(value) || ElementParameter(parameters[i].ParameterType) is not { IsGenericParameter: true } element)
                continue;
            var first = value.ValueKind == JsonValueKind.Array ? value[0] : value;
            closed[element.GenericParameterPosition] ??= inputs[first.GetProperty("tensor").GetInt32()].GetType().GetGenericArguments()[0];
        }

        for (var i = 0; i < closed.Length; i++)
            closed[i] ??= answer.Outputs is { Length: > 0 } ? SuiteTensor.ElementType(answer.Outputs[0].DType) : typeof(float);
        try
        {
            return closed.Contains(null) ? null : method.MakeGenericMethod(closed!);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static object?[]? Values(MethodInfo method, JsonElement?[] given, Tensor[] inputs)
    {
        var parameters = method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (given[i] is not { } json)
                values[i] = parameters[i].HasDefaultValue ? parameters[i].DefaultValue : Array.CreateInstance(type.GetElementType() ?? type.GetGenericArguments()[0], 0);
            else if (ElementParameter(type) is null)
            {
                if (IsTensor(json) || !SuiteArgument.TryConvert(json, type, out values[i]))
                    return null;
            }
            else if (json.ValueKind != JsonValueKind.Null && !Tensors(json, type, inputs, out values[i]))
                return null;
        }

        return values;
    }

    private static bool Tensors(JsonElement json, Type type, Tensor[] inputs, out object? value)
    {
        value = null;
        var isList = !typeof(Tensor).IsAssignableFrom(type);
        if (isList != (json.ValueKind == JsonValueKind.Array) || (!isList && !IsTensor(json)))
            return false;
        var tensors = (isList ? json.EnumerateArray().ToArray() : []).Select(item => inputs[item.GetProperty("tensor").GetInt32()]).ToArray();
        if (!isList)
        {
            value = inputs[json.GetProperty("tensor").GetInt32()];
            return type.IsInstanceOfType(value);
        }

        var element = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        if (tensors.Any(tensor => !element.IsInstanceOfType(tensor)))
            return false;
        var list = Array.CreateInstance(element, tensors.Length);
        tensors.CopyTo(list, 0);
        value = list;
        return true;
    }

    /// <summary>Whether only element types keep the arguments from the overload: numbers are numbers, tensors are tensors.</summary>
    private static bool HasRightKinds(MethodInfo method, JsonElement?[] given)
    {
        var parameters = method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            if (given[i] is not { } json || json.ValueKind == JsonValueKind.Null)
                continue;
            var isTensor = ElementParameter(parameters[i].ParameterType) is not null;
            if (isTensor != IsTensor(json) || (!isTensor && !SuiteArgument.TryConvert(json, parameters[i].ParameterType, out _)))
                return false;
        }

        return true;
    }

    /// <summary>The element type of a tensor parameter or a list of tensors.</summary>
    private static Type? ElementParameter(Type type)
    {
        if (type.IsArray)
            return type.GetElementType() is { IsGenericType: true } item ? ElementParameter(item) : null;
        if (!type.IsGenericType)
            return null;
        var argument = type.GetGenericArguments()[0];
        return type.GetGenericTypeDefinition() == typeof(Tensor<>) ? argument : type.GetGenericTypeDefinition() == typeof(ReadOnlySpan<>) ? ElementParameter(argument) : null;
    }

    private static object? Invoke(MethodInfo method, object?[] values)
    {
        if (!method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
            return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null);

        // Reflection can't pass spans; compiled code can.
        var array = Expression.Parameter(typeof(object[]));
        var arguments = method.GetParameters().Select((parameter, i) =>
        {
            var item = Expression.ArrayIndex(array, Expression.Constant(i));
            var type = parameter.ParameterType;
            return type.IsByRefLike
                ? Expression.New(type.GetConstructor([type.GetGenericArguments()[0].MakeArrayType()])!, Expression.Convert(item, type.GetGenericArguments()[0].MakeArrayType()))
                : (Expression)Expression.Convert(item, type);
        });
        var call = Expression.Convert(Expression.Call(method, arguments), typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(call, array).Compile()(values);
    }

    private static IEnumerable<Tensor> Results(object? result) => result switch
    {
        Tensor tensor => [tensor],
        Tensor[] tensors => tensors,
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Results(tuple[i])),
        bool flag => [Tensor.From([flag]).Reshape()],
        int number => [Tensor.From([(long)number]).Reshape()],
        _ => throw new InvalidOperationException($"an operator returned {result}"),
    };

    // What only Python's operators call (__radd__) has no name here.
    private static string Pascal(string name) => name[0] == '_' ? name : string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}

/// <summary>The C# compiler would refuse the call: no overload takes these element types.</summary>
internal sealed class TypesRefusedException : Exception;
