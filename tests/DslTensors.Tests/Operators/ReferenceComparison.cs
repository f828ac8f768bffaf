using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Operators;

/// <summary>Runs one reference case and says what differs.</summary>
internal static class ReferenceComparison
{
    /// <summary>PyTorch's texts that its own versions word in another way.</summary>
    private static readonly Dictionary<string, string> s_otherWordings = new()
    {
        ["INDICES element is out of DATA bounds, id=3 axis_dim=3"] = "index out of range in self",
    };

    /// <summary>Values and gradients; <see langword="null"/> if all agree.</summary>
    /// <exception cref="TypeRefusedException">The element types don't compile.</exception>
    public static string? Run(ReferenceCase answer)
    {
        var inputs = Inputs(answer);
        Tensor[] outputs;
        try
        {
            outputs = OperatorCall.Run(answer, inputs);
        }
        catch (TensorException refused) when (refused.Message.StartsWith("result type Float can't be cast", StringComparison.Ordinal))
        {
            // PyTorch promotes; here the element type is part of the C# type, and the error says how to convert.
            return inputs[0].DType.IsFloatingPoint() || !answer.Outputs![0].DType.StartsWith("float", StringComparison.Ordinal) ? $"{answer}: {refused.Message}" : throw new TypeRefusedException();
        }

        if (outputs.Length != answer.Outputs!.Length)
            return $"{answer}: {outputs.Length} results instead of {answer.Outputs.Length}";
        for (var i = 0; i < outputs.Length; i++)
        {
            // The default type was double where most references were computed; creation is called by its form for float.
            var (type, expected) = (ElementTypeNames.Of(outputs[i].DType), answer.Outputs[i].DType);
            if (type != expected && (type, expected) != ("float32", "float64") && answer.Inputs.Length > 0)
                return $"{answer}: result {i}: type {type} instead of {expected}";
            if (Difference(outputs[i], answer.Outputs[i], Tolerance(outputs[i])) is { } difference)
                return $"{answer}: result {i}: {difference}";
        }

        return answer.Grads is null || answer.Grads.All(gradient => gradient is null) ? null : Gradients(answer, inputs, outputs);
    }

    /// <summary>The error; <see langword="null"/> if ours opens with PyTorch's first sentence.</summary>
    /// <exception cref="TypeRefusedException">The element types don't compile.</exception>
    public static string? RunError(ReferenceCase answer, string message)
    {
        var sentence = s_otherWordings.GetValueOrDefault(message, message).Split(". ")[0].TrimEnd('.');
        if (sentence.StartsWith("torch.", StringComparison.Ordinal))
            sentence = sentence["torch.".Length..];
        try
        {
            OperatorCall.Run(answer, Inputs(answer));
            return $"{answer}: no error instead of '{message}'";
        }
        catch (TensorException error)
        {
            return error.Message.StartsWith(sentence, StringComparison.Ordinal) ? null : $"{answer}: '{error.Message}' instead of '{message}'";
        }
    }

    /// <summary>The inputs of a case; those that PyTorch has a gradient of require one.</summary>
    public static Tensor[] Inputs(ReferenceCase answer) => [.. answer.Inputs.Select((input, i) =>
    {
        var tensor = Create(input);
        if (answer.Grads is { } grads && i < grads.Length && grads[i] is not null)
            tensor.RequiresGrad = true;
        return tensor;
    })];

    private static string? Gradients(ReferenceCase answer, Tensor[] inputs, Tensor[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            if (i < answer.GradOutputs!.Length && answer.GradOutputs[i] is { } gradient && outputs[i].DType.IsFloatingPoint())
                outputs[i].Backward(Create(gradient), retainGraph: true);
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            if (answer.Grads![i] is not { } expected)
                continue;
            if (inputs[i].Grad is not { } actual)
                return $"{answer}: no gradient of input {i}";
            if (Difference(actual, expected, Math.Max(Tolerance(actual), outputs.Max(Tolerance))) is { } difference)
                return $"{answer}: gradient of input {i}: {difference}";
        }

        return null;
    }

    private static string? Difference(Tensor actual, ReferenceTensor expected, double tolerance)
    {
        if (!actual.Shape.ToArray().AsSpan().SequenceEqual(expected.Shape))
            return $"shape {actual.Shape} instead of [{string.Join(", ", expected.Shape)}]";
        var values = actual.To<double>().ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var (value, right) = (values[i], expected.Data[i]);
            var isEqual = value.Equals(right) || value == right || Math.Abs(value - right) <= tolerance * Math.Max(1, Math.Abs(right));
            if (!isEqual)
                return $"element {i} is {value} instead of {right}";
        }

        return null;
    }

    private static double Tolerance(Tensor computed) => computed.DType switch
    {
        DType.Float32 => 1e-5,
        DType.Float16 => 1.0 / 512,
        DType.BFloat16 => 1.0 / 64,
        _ => 1e-9,
    };

    private static Tensor Create(ReferenceTensor tensor)
    {
        var values = Tensor.From(tensor.Data).Reshape(tensor.Shape);
        return ElementTypeNames.Convert(tensor.Order is { } order ? values.Permute(order).Detach() : values, tensor.DType);
    }
}
