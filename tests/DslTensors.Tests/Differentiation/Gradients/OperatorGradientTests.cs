namespace DslTensors.Tests.Differentiation.Gradients;

/// <summary>Every public operator, found by reflection: gradients and gradients of gradients against central differences.</summary>
public class OperatorGradientTests
{
    public static TheoryData<string> Operators => new(DiscoveredOperator.All.Where(IsForGradients).Select(found => found.Id).Distinct());

    [Fact]
    public void Operators_are_found() => Assert.True(Operators.Count > 30, $"only {Operators.Count} operators found");

    [Fact]
    public void Reasons_are_for_operators_without_gradient() => Assert.All(
        DiscoveredOperator.All.Where(found => OperatorSamples.WithoutGradient.ContainsKey(found.Method.Name)),
        found => Assert.Empty(found.Signature.Differentiable));

    [Theory]
    [MemberData(nameof(Operators))]
    public void The_gradient_is_the_limit_of_differences(string id)
    {
        var (found, call) = Call(id);
        var differentiable = 0;
        for (var i = 0; i < call.Inputs.Length; i++)
        {
            var input = Leaf(call.Inputs[i].Value);
            var results = call.Results(With(call, i, input));
            if (!results.Any(result => result.RequiresGrad))
            {
                Assert.DoesNotContain(call.Inputs[i].Name, found.Signature.Differentiable);
                continue;
            }

            differentiable++;
            Weighted(results).Backward();
            var numeric = NumericGradient.Of(x => Weighted(call.Results(With(call, i, x))).Item(), call.Inputs[i].Value);
            NumericGradient.AssertClose(numeric, input.Grad!.ToArray(), $"{id} by {call.Inputs[i].Name}");
        }

        Assert.True(differentiable > 0, $"{id} has real inputs and real results, but no gradient and no reason why: add a gradient, or a reason to {nameof(OperatorSamples.WithoutGradient)}");
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void The_gradient_has_a_gradient(string id)
    {
        var (_, call) = Call(id);
        for (var i = 0; i < call.Inputs.Length; i++)
        {
            var x = call.Inputs[i].Value;
            var direction = OperatorSamples.Values(17, x.Shape.ToArray(), 0.2, 0.9);
            var input = Leaf(x);
            if (Gradient(call, i, input) is not { } gradient)
                continue;
            input.Grad = null;
            if (gradient.RequiresGrad)
                (gradient * direction).Sum().Backward();
            var numeric = NumericGradient.Of(moved => (Gradient(call, i, Leaf(moved))!.Detach() * direction).Sum().Item(), x);
            NumericGradient.AssertClose(numeric, input.Grad?.ToArray() ?? new double[x.Count], $"{id} twice by {call.Inputs[i].Name}");
        }
    }

    private static bool IsForGradients(DiscoveredOperator found) =>
        !found.TakesScalar &&
        !OperatorSamples.WithoutGradient.ContainsKey(found.Method.Name) &&
        !IndexingSamples.Drawn.Contains(found.Method.Name) &&
        IsReal(found.Method.ReturnType) &&
        found.Parameters.Any(parameter => IsReal(parameter.ParameterType) || parameter.ParameterType == typeof(Tensor) || parameter.ParameterType.IsByRefLike);

    private static bool IsReal(Type type) =>
        type == typeof(Tensor<double>) || type == typeof(Tensor<double>[]) || (type.IsGenericType && type.Name.StartsWith("ValueTuple", StringComparison.Ordinal) && type.GetGenericArguments().Contains(typeof(Tensor<double>)));

    private static (DiscoveredOperator Found, OperatorCall Call) Call(string id)
    {
        var found = DiscoveredOperator.All.First(candidate => candidate.Id == id);
        var call = OperatorCall.Of(found)
            ?? throw new InvalidOperationException($"{id}: an argument has neither a default nor a sample: add one to {nameof(OperatorSamples)}");
        var results = call.Results(call.Values);
        if (results.Length == 0 || results.Any(result => result.ToArray().Any(double.IsNaN)))
            call = call with { Inputs = [.. call.Inputs.Select((input, i) => (input.Name, OperatorSamples.Values(i, input.Value.Shape.ToArray(), 0.1, 0.9)))] };
        Assert.DoesNotContain(double.NaN, call.Results(call.Values).SelectMany(result => result.ToArray()));
        return (found, call);
    }

    private static Tensor<double>[] With(OperatorCall call, int position, Tensor<double> input) =>
        [.. call.Inputs.Select((other, i) => i == position ? input : other.Value)];

    private static Tensor<double> Leaf(Tensor<double> value)
    {
        var leaf = value.Detach().Clone();
        leaf.RequiresGrad = true;
        return leaf;
    }

    private static Tensor<double>? Gradient(OperatorCall call, int position, Tensor<double> input)
    {
        var results = call.Results(With(call, position, input));
        if (!results.Any(result => result.RequiresGrad))
            return null;
        Weighted(results).Backward(createGraph: true);
        return input.Grad;
    }

    /// <summary>A sum with unequal weights, so that elements in wrong places are noticed.</summary>
    private static Tensor<double> Weighted(Tensor<double>[] results)
    {
        Tensor<double>? sum = null;
        for (var i = 0; i < results.Length; i++)
        {
            var term = (results[i] * OperatorSamples.Values(99 + i, results[i].Shape.ToArray(), 0.2, 1.5)).Sum();
            sum = sum is null ? term : sum + term;
        }

        return sum!;
    }
}
