using System.Text.Json;

namespace DslTensors.Tests.PyTorchSuite;

/// <summary>Runs one sample of the suite and says what differs.</summary>
internal static class SuiteComparison
{
    /// <summary>What begins the account of a call that does not compile.</summary>
    public const string Types = "types:";

    /// <summary>What differs from PyTorch; <see langword="null"/> if nothing does.</summary>
    public static string? Run(SuiteCase answer)
    {
        try
        {
            if (answer.Error is not null)
                return Refused(answer, answer.Error);
            return Answered(answer, [.. answer.Inputs.Select(input => input.Create())])
                ?? (answer.Id.StartsWith("float", StringComparison.Ordinal) ? Spread(answer) : null);
        }
        catch (TypesRefusedException)
        {
            return $"{Types} no overload takes these element types";
        }
        catch (TensorException refused) when (refused.Message.StartsWith("result type Float can't be cast", StringComparison.Ordinal))
        {
            return $"{Types} {refused.Message}";
        }
        catch (NotSupportedException unsupported)
        {
            return $"{Types} {unsupported.Message}";
        }
        catch (MissingMethodException missing)
        {
            return $"parameters: {missing.Message}";
        }
        catch (Exception unexpected)
        {
            return $"{unexpected.GetType().Name}: {unexpected.Message}";
        }
    }

    private static string? Spread(SuiteCase answer) =>
        Answered(answer, [.. answer.Inputs.Select(input => input.CreateSpread())]) is { } difference ? $"non-contiguous: {difference}" : null;

    private static string? Refused(SuiteCase answer, string message)
    {
        var sentence = message.Split('\n')[0].Split(". ")[0].TrimEnd('.');
        if (sentence.StartsWith("torch.", StringComparison.Ordinal))
            sentence = sentence["torch.".Length..];
        try
        {
            SuiteCall.Run(answer, [.. answer.Inputs.Select(input => input.Create())]);
            return $"no error instead of '{message}'";
        }
        catch (TensorException error)
        {
            return error.Message.StartsWith(sentence, StringComparison.Ordinal) ? null : $"'{error.Message}' instead of '{message}'";
        }
    }

    private static string? Answered(SuiteCase answer, Tensor[] inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            if (answer.Grads?[i] is not null)
                inputs[i].RequiresGrad = true;
        }

        var outputs = SuiteCall.Run(answer, Converted(answer, inputs));
        if (outputs.Length != answer.Outputs!.Length)
            return $"{outputs.Length} results instead of {answer.Outputs.Length}";
        for (var i = 0; i < outputs.Length; i++)
        {
            if (Difference(outputs[i], answer.Outputs[i]) is { } difference)
                return $"result {i}: {difference}";
        }

        return answer.Grads is null || answer.Grads.All(gradient => gradient is null) ? null : Gradients(answer, inputs, outputs);
    }

    /// <summary>Where PyTorch has an argument <c>dtype</c>, C# has a conversion in front of the call.</summary>
    private static Tensor[] Converted(SuiteCase answer, Tensor[] inputs)
    {
        var dtype = answer.Arguments.FirstOrDefault(argument => argument.Name == "dtype").Value;
        if (dtype.ValueKind != JsonValueKind.Object)
            return inputs;
        return dtype.GetProperty("dtype").GetString() switch
        {
            "float64" => [.. inputs.Select(input => input.To<double>())],
            "float32" => [.. inputs.Select(input => input.To<float>())],
            "int64" => [.. inputs.Select(input => input.To<long>())],
            _ => inputs,
        };
    }

    private static string? Gradients(SuiteCase answer, Tensor[] inputs, Tensor[] outputs)
    {
        for (var i = 0; i < outputs.Length; i++)
        {
            if (answer.GradOutputs![i] is not { } gradient)
                continue;
            if (!outputs[i].RequiresGrad)
                return $"result {i} has no gradient";
            outputs[i].Backward(gradient.Create(), retainGraph: true);
        }

        for (var i = 0; i < inputs.Length; i++)
        {
            if (answer.Grads![i] is not { } expected)
                continue;
            if (inputs[i].Grad is not { } actual)
                return $"no gradient of input {i}";
            if (Difference(actual, expected) is { } difference)
                return $"gradient of input {i}: {difference}";
        }

        return null;
    }

    private static string? Difference(Tensor actual, SuiteTensor expected)
    {
        if (!actual.Shape.ToArray().AsSpan().SequenceEqual(expected.Shape))
            return $"shape {actual.Shape} instead of [{string.Join(", ", expected.Shape)}]";
        if (actual.DType.ToString().ToLowerInvariant() != expected.DType)
            return $"{actual.DType} instead of {expected.DType}";
        if (expected.Data is null)
            return null;
        var (tolerance, smallest) = actual.DType is DType.Float64 ? (1e-8, 0.01) : (2e-5, 1);
        var values = actual.To<double>().ToArray();
        var right = expected.Reals();
        for (var i = 0; i < values.Length; i++)
        {
            var isEqual = values[i].Equals(right[i]) || values[i] == right[i] || Math.Abs(values[i] - right[i]) <= tolerance * Math.Max(smallest, Math.Abs(right[i]));
            if (!isEqual)
                return $"element {i} is {values[i]} instead of {right[i]}";
        }

        return null;
    }
}
