using System.Reflection;
using System.Runtime.CompilerServices;
using DslTensors.Tests.Differentiation.Gradients;
using Call = DslTensors.Tests.Differentiation.Gradients.OperatorCall;

namespace DslTensors.Tests.DTypes;

/// <summary>Every generic operator, found by its attribute, in every element type that its constraint allows.</summary>
public class ElementTypeAgreementTests
{
    private static readonly HashSet<Type> s_halves = [typeof(Half), typeof(BFloat16)];

    private static readonly HashSet<Type> s_reals = [typeof(float), typeof(double), .. s_halves];

    private static readonly Type[] s_types = [typeof(float), typeof(Half), typeof(BFloat16), typeof(long), typeof(int), typeof(short), typeof(sbyte), typeof(byte), typeof(bool)];

    // A step to the next number is another one in each type; a measure that the caller brings computes in the type of its tensors.
    private static readonly HashSet<string> s_ofTheirType = ["Nextafter", "TripletMarginWithDistanceLoss"];

    public static TheoryData<string, string> Operators
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var found in Found())
            {
                foreach (var type in s_types.Where(type => Close(found.Method, type) is not null))
                    data.Add(found.Id, type.Name);
            }

            return data;
        }
    }

    public static TheoryData<string, string> Differentiable
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var found in Found().Where(found => found.Signature.Differentiable.Length > 0))
            {
                foreach (var type in s_halves)
                    data.Add(found.Id, type.Name);
            }

            return data;
        }
    }

    [Fact]
    public void Operators_are_found() => Assert.True(Operators.Count > 500, $"only {Operators.Count} operators and types found");

    [Theory]
    [MemberData(nameof(Operators))]
    public void The_numbers_are_those_of_a_wider_type(string id, string type)
    {
        var element = s_types.Single(candidate => candidate.Name == type);
        var (found, inputs) = Of(id, element);
        var narrow = Run(found.Method, id, element, element, inputs);

        // Halves are what float gives, rounded once. Integers and truth values have to be what they are in double.
        var wide = Run(found.Method, id, s_halves.Contains(element) ? typeof(float) : typeof(double), element, inputs);
        Assert.Equal(wide.Count, narrow.Count);
        for (var i = 0; i < wide.Count; i++)
        {
            Assert.Equal(wide[i].Shape, narrow[i].Shape);
            var (expected, actual) = (Converted(wide[i], ElementType(narrow[i])).To<double>().ToArray(), narrow[i].To<double>().ToArray());
            var tolerance = element == typeof(float) ? 1e-5 : 0;
            for (var j = 0; j < expected.Length; j++)
            {
                Assert.True(
                    expected[j].Equals(actual[j]) || expected[j] == actual[j] || Math.Abs(expected[j] - actual[j]) <= tolerance * Math.Max(1, Math.Abs(expected[j])),
                    $"{id} of {type}: element {j} of result {i} is {actual[j]} instead of {expected[j]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Differentiable))]
    public void Gradients_of_halves_are_those_of_float(string id, string type)
    {
        var element = s_types.Single(candidate => candidate.Name == type);
        var (found, inputs) = Of(id, element);
        var narrow = Gradients(found.Method, id, element, inputs);
        var wide = Gradients(found.Method, id, typeof(float), inputs);
        var unit = element == typeof(Half) ? 1.0 / 1024 : 1.0 / 128;
        for (var i = 0; i < wide.Count; i++)
        {
            Assert.Equal(wide[i] is null, narrow[i] is null);
            if (wide[i] is null)
                continue;

            // Results are saved rounded, and each step of a chain rounds: a few units of the last place of the greatest.
            var (expected, actual) = (wide[i]!.To<double>().ToArray(), narrow[i]!.To<double>().ToArray());
            var scale = Math.Max(1, expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty().Max());
            for (var j = 0; j < expected.Length; j++)
                Assert.True(expected[j].Equals(actual[j]) || Math.Abs(expected[j] - actual[j]) <= 8 * unit * scale, $"{id} of {type}: gradient {i}, element {j} is {actual[j]} instead of {expected[j]}");
        }
    }

    private static IEnumerable<DiscoveredOperator> Found() => DiscoveredOperator.All
        .Where(found => !IndexingSamples.Drawn.Contains(found.Method.Name) && !s_ofTheirType.Contains(found.Method.Name) && found.Method.IsGenericMethod && !found.TakesScalar && found.Parameters.Any(parameter => parameter.ParameterType == typeof(Tensor<double>)) && Call.Of(found) is { Arguments: not null })
        .DistinctBy(found => found.Id);

    private static MethodInfo? Close(MethodInfo method, Type type)
    {
        try
        {
            return method.GetGenericMethodDefinition().MakeGenericMethod(type);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The operator and inputs that the element type can hold.</summary>
    private static (DiscoveredOperator Found, Tensor<double>[] Inputs) Of(string id, Type element)
    {
        var found = DiscoveredOperator.All.First(candidate => candidate.Id == id);
        var call = Call.Of(found)!;
        var inputs = call.Values.Select(value => s_reals.Contains(element) ? value : element == typeof(bool) ? value.Sign().Relu() : element == typeof(byte) ? (value.Abs() * 10).Ceil() : (value * 10).Round());
        return (found, [.. inputs.Select(value => Converted(value, element).To<double>())]);
    }

    private static List<Tensor> Run(MethodInfo method, string id, Type element, Type numbers, Tensor<double>[] inputs) =>
        Results(Invoke(method, id, element, numbers, [.. inputs.Select(input => Converted(input, element))]));

    private static object? Invoke(MethodInfo method, string id, Type element, Type numbers, Tensor[] inputs)
    {
        object?[] arguments = [.. Call.Of(DiscoveredOperator.All.First(candidate => candidate.Id == id))!.Arguments!];
        var next = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Tensor<double>)
                arguments[i] = inputs[next++];
            else if (arguments[i] is Scalar { IsInteger: false } bound && !s_reals.Contains(numbers))
                arguments[i] = (Scalar)(int)Math.Abs(bound.ToDouble() * 10);
        }

        return Close(method, element)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static List<Tensor?> Gradients(MethodInfo method, string id, Type element, Tensor<double>[] inputs)
    {
        Tensor[] leaves = [.. inputs.Select(input => Converted(input, element))];
        foreach (var leaf in leaves)
            leaf.RequiresGrad = true;
        foreach (var result in Results(Invoke(method, id, element, element, leaves)).Where(result => result.RequiresGrad))
            result.Backward(Converted(OperatorSamples.Values(5, result.Shape.ToArray(), 0.2, 0.9), element), retainGraph: true);
        return [.. leaves.Select(leaf => leaf.Grad)];
    }

    private static List<Tensor> Results(object? result) => result switch
    {
        Tensor tensor => [tensor],
        Tensor[] tensors => [.. tensors],
        ITuple several => [.. Enumerable.Range(0, several.Length).Select(i => (Tensor)several[i]!)],
        bool truth => [Tensor.From(truth)],
        _ => throw new InvalidOperationException($"an operator returned {result}"),
    };

    private static Type ElementType(Tensor tensor) => tensor.GetType().GetGenericArguments()[0];

    private static Tensor Converted(Tensor tensor, Type element) => (Tensor)typeof(Tensor).GetMethod("To")!.MakeGenericMethod(element).Invoke(tensor, null)!;
}
