using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Optimizers;

/// <summary>Steps of every optimizer with every option, with and without groups, against the values that PyTorch had.</summary>
public class OptimizerReferenceTests
{
    private static readonly JsonElement[] s_cases = [.. ReferenceFile.ReadJson("optimizers/optimizers.json").EnumerateArray()];

    public static TheoryData<int, string> Cases()
    {
        var cases = new TheoryData<int, string>();
        for (var i = 0; i < s_cases.Length; i++)
            cases.Add(i, Describe(s_cases[i]));
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Values_after_each_step_are_PyTorchs(int index, string description)
    {
        Assert.NotEmpty(description);
        if (s_cases[index].GetProperty("dtype").GetString() == "float32")
            Check<float>(s_cases[index], 2e-6);
        else
            Check<double>(s_cases[index], 1e-13);
    }

    private static void Check<T>(JsonElement expected, double tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var shapes = expected.GetProperty("shapes").EnumerateArray().Select(Integers).ToArray();
        var parameters = shapes.Zip(expected.GetProperty("start").EnumerateArray(), (shape, values) => Values<T>(values, shape)).ToArray();
        var optimizer = Create(expected, parameters);
        foreach (var step in expected.GetProperty("steps").EnumerateArray())
        {
            foreach (var (parameter, gradient) in parameters.Zip(step.GetProperty("gradients").EnumerateArray()))
                parameter.Grad = gradient.ValueKind == JsonValueKind.Null ? null : Values<T>(gradient, parameter.Shape.ToArray());
            optimizer.Step();
            foreach (var (parameter, values) in parameters.Zip(step.GetProperty("values").EnumerateArray()))
            {
                foreach (var (actual, value) in parameter.To<double>().ToArray().Zip(values.EnumerateArray()))
                    Assert.Equal(value.GetDouble(), actual, tolerance * Math.Max(1, Math.Abs(value.GetDouble())));
            }
        }
    }

    private static Optimizer Create(JsonElement expected, Tensor[] parameters)
    {
        var name = expected.GetProperty("optimizer").GetString();
        var options = expected.GetProperty("options");
        if (!expected.TryGetProperty("group", out var own))
            return OptimizerFactory.Create(name!, parameters, options);
        var optimizer = OptimizerFactory.Create(name!, parameters[..2], options);
        OptimizerFactory.AddGroup(optimizer, parameters[2..], own);
        return optimizer;
    }

    private static Tensor<T> Values<T>(JsonElement values, int[] shape)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.From([.. values.EnumerateArray().Select(value => T.CreateChecked(value.GetDouble()))], shape);

    private static int[] Integers(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetInt32())];

    private static string Describe(JsonElement value) =>
        $"{value.GetProperty("optimizer")} {value.GetProperty("options")} {(value.TryGetProperty("group", out var group) ? group : "")} {value.GetProperty("dtype")}";
}
