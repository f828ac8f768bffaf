using DslTensors.Generator.Elementwise;

namespace DslTensors.Generator.Tests.Elementwise;

/// <summary>Emitted code computes what the user wrote, and its gradients are the derivatives of that.</summary>
public sealed class EmittedBehaviourTests(CompiledBodies bodies) : IClassFixture<CompiledBodies>
{
    private const int Points = 40;

    public static TheoryData<string> Names => BodyCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Lane_code_computes_what_the_scalar_method_does(string name)
    {
        foreach (var values in Draw(name))
        {
            var expected = bodies.Original(name, values);
            AssertClose(expected, bodies.Run(name, "SingleLane", values), 2e-5, name, values);
            AssertClose(expected, bodies.Run(name, "DoubleLane", values), 2e-5, name, values);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_are_the_derivatives(string name)
    {
        foreach (var values in Draw(name))
        {
            values["grad"] = 0.7;
            values["result"] = bodies.Run(name, "DoubleLane", values);
            foreach (var gradient in bodies.Model(name).Gradients)
            {
                var expected = 0.7 * Slope(name, gradient.Input, values);
                AssertClose(expected, bodies.Run($"{name}_{gradient.Input}", "DoubleLane", values), 1e-6, $"{name} by {gradient.Input}", values);
                AssertClose(expected, bodies.Run($"{name}_{gradient.Input}", "SingleLane", values), 1e-4, $"{name} by {gradient.Input}", values);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tensor_form_is_the_same_gradient(string name)
    {
        foreach (var values in Draw(name))
        {
            values["grad"] = -1.3;
            values["result"] = bodies.Run(name, "DoubleLane", values);
            foreach (var gradient in bodies.Model(name).Gradients)
            {
                var expected = bodies.Run($"{name}_{gradient.Input}", "DoubleLane", values);
                AssertClose(expected, bodies.Run($"{name}_{gradient.Input}_Tensor", "Tensor", values), 1e-12, $"{name} by {gradient.Input}", values);
            }
        }
    }

    private double Slope(string name, string input, Dictionary<string, double> values)
    {
        const double step = 1e-5;
        double At(double offset) => bodies.Run(name, "DoubleLane", new Dictionary<string, double>(values) { [input] = values[input] + offset });
        return (8 * (At(step) - At(-step)) - (At(2 * step) - At(-2 * step))) / (12 * step);
    }

    private IEnumerable<Dictionary<string, double>> Draw(string name)
    {
        var body = BodyCases.Named(name);
        var random = new Random(20);
        for (var point = 0; point < Points; point++)
        {
            yield return bodies.Model(name).Parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Kind switch
            {
                VariableKind.Flag => point % 2,
                VariableKind.Integer => (double)(1 + (point % 5)),
                VariableKind.Scalar => parameter.Default is { } text && point % 2 == 0 ? double.Parse(text) : (float)(0.5 + random.NextDouble()),
                _ => (float)(body.Low + ((body.High - body.Low) * random.NextDouble())),
            });
        }
    }

    private static void AssertClose(double expected, double actual, double tolerance, string what, IReadOnlyDictionary<string, double> values) => Assert.True(
        Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)),
        $"{what}: expected {expected}, got {actual} at {string.Join(", ", values.Select(pair => $"{pair.Key} = {pair.Value}"))}");
}
