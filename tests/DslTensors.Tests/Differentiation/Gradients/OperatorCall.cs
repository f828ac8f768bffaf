using System.Reflection;
using System.Runtime.CompilerServices;

namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>An operator with sample arguments; its real inputs can be exchanged.</summary>
/// <param name="Function">Calls the operator.</param>
/// <param name="Inputs">The real inputs, by name.</param>
/// <param name="Arguments">All arguments of the static form, where reflection can pass them; what stands for a real input is exchanged.</param>
internal sealed record OperatorCall(Func<Tensor<double>[], object?> Function, (string Name, Tensor<double> Value)[] Inputs, object?[]? Arguments = null)
{
    public Tensor<double>[] Values => [.. Inputs.Select(input => input.Value)];

    /// <summary>The real results of a call; several results are elements of a list or fields of a tuple.</summary>
    public Tensor<double>[] Results(Tensor<double>[] values) => Function(values) switch
    {
        Tensor<double> single => [single],
        Tensor<double>[] list => list,
        ITuple several => [.. Enumerable.Range(0, several.Length).Select(i => several[i]).OfType<Tensor<double>>()],
        _ => [],
    };

    /// <summary>A call with arguments deduced from the signature, from defaults and from the table of samples.</summary>
    public static OperatorCall? Of(DiscoveredOperator @operator)
    {
        if (@operator.Parameters.Any(parameter => parameter.ParameterType.IsByRefLike))
            return OperatorSamples.OfList(@operator);
        var parameters = @operator.Method.GetParameters();
        var shapes = SignatureShapes.Of(@operator.Signature.Signature);
        var arguments = new object?[parameters.Length];
        var real = new List<(string Name, int Position, Tensor<double> Value)>();
        var tensors = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (parameters[i].Name == "destination" && typeof(Tensor).IsAssignableFrom(type))
                continue;
            var shape = typeof(Tensor).IsAssignableFrom(type) && tensors < shapes.Count ? shapes[tensors++] : null;
            if (type == typeof(Tensor<double>) || type == typeof(Tensor))
            {
                var value = OperatorSamples.Real(@operator, parameters[i].Name!, shape ?? [2, 3]);
                real.Add((parameters[i].Name!, i, value));
                arguments[i] = value;
            }
            else if (OperatorSamples.Argument(@operator, parameters[i]) is { } sample)
            {
                arguments[i] = sample;
            }
            else if (type == typeof(Tensor<bool>))
            {
                arguments[i] = Tensor.From([true, false, true]);
            }
            else if (parameters[i].HasDefaultValue)
            {
                arguments[i] = parameters[i].DefaultValue ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null);
            }
            else
            {
                return null;
            }
        }

        return new OperatorCall(values => Invoke(@operator.Method, arguments, real, MatrixSamples.Symmetric(@operator.Method.Name, values)), [.. real.Select(input => (input.Name, input.Value))], arguments);
    }

    private static object? Invoke(MethodInfo method, object?[] arguments, List<(string Name, int Position, Tensor<double> Value)> real, Tensor<double>[] values)
    {
        object?[] all = [.. arguments];
        for (var i = 0; i < real.Count; i++)
            all[real[i].Position] = values[i];
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, all, null);
    }
}
