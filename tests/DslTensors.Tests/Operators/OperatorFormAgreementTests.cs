using System.Reflection;
using DslTensors.Tests.Differentiation.Gradients;
using Call = DslTensors.Tests.Differentiation.Gradients.OperatorCall;

namespace DslTensors.Tests.Operators;

/// <summary>Every public operator, found by its attribute: whatever the form of the call and of the memory, the numbers are the same.</summary>
public class OperatorFormAgreementTests
{
    // View is the operator that refuses strides it can't keep.
    public static TheoryData<string> Operators => new(DiscoveredOperator.All
        .Where(found => found.Method.Name is not ("View" or "ViewAs") && !IndexingSamples.Drawn.Contains(found.Method.Name) && !found.TakesScalar && found.Parameters.Any(parameter => parameter.ParameterType == typeof(Tensor<double>)) && Call.Of(found) is { Arguments: not null })
        .Select(found => found.Id).Distinct());

    [Fact]
    public void Operators_are_found() => Assert.True(Operators.Count > 100, $"only {Operators.Count} operators found");

    [Theory]
    [MemberData(nameof(Operators))]
    public void Strides_do_not_matter(string id)
    {
        var (_, call) = Of(id);
        var plain = Numbers(call.Function(call.Values));
        AssertClose(plain, Numbers(call.Function([.. call.Values.Select(Turned)])));
        AssertClose(plain, Numbers(call.Function([.. call.Values.Select(Spread)])));
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_repeated_row_is_as_good_as_its_copies(string id)
    {
        var (found, call) = Of(id);

        // It writes its running statistics, which have a place for each channel.
        if (found.Method.Name == "InstanceNorm")
            return;
        Tensor<double>[] repeated = [.. call.Values.Select(Repeated)];
        object? result;
        try
        {
            result = call.Function([.. repeated.Select(tensor => tensor.Clone())]);
        }
        catch (TensorException)
        {
            // Equal rows may be outside of the operator's domain, whatever their strides.
            Assert.ThrowsAny<TensorException>(() => call.Function(repeated));
            return;
        }

        AssertClose(Numbers(result), Numbers(call.Function(repeated)));
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void A_destination_receives_the_same(string id)
    {
        var (found, call) = Of(id);
        var place = Array.FindIndex(found.Method.GetParameters(), parameter => parameter.Name == "destination" && parameter.ParameterType.IsAssignableTo(typeof(Tensor)));
        if (place < 0)
            return;
        var plain = (Tensor)call.Function(call.Values)!;

        var empty = Empty(plain);
        Assert.Same(empty, Invoke(found.Method, call, place, empty));
        Assert.Equal(Numbers(plain), Numbers(empty));
        Assert.Equal(plain.Shape, empty.Shape);
        Assert.Same(empty, Invoke(found.Method, call, place, empty));
        Assert.Equal(Numbers(plain), Numbers(empty));
        Assert.ThrowsAny<TensorException>(() => Invoke(found.Method, call, place, OfAnotherShape(plain)));
    }

    [Theory]
    [MemberData(nameof(Operators))]
    public void In_place_gives_the_same(string id)
    {
        var (found, call) = Of(id);
        if (InPlace(found.Method) is not { } method || call.Function(call.Values) is not Tensor<double> plain || plain.Shape != call.Values[0].Shape)
            return;
        var target = call.Values[0].Clone();
        var arguments = call.Arguments!.Take(method.GetParameters().Length).ToArray();
        var reals = 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is Tensor<double>)
                arguments[i] = reals++ == 0 ? target : call.Values[reals - 1];
        }

        Assert.Same(target, method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null));
        Assert.Equal(Numbers(plain), Numbers(target));
        Assert.Equal(1, target.Version);
    }

    private static (DiscoveredOperator Found, Call Call) Of(string id)
    {
        var found = DiscoveredOperator.All.First(candidate => candidate.Id == id);
        return (found, Call.Of(found)!);
    }

    private static object? Invoke(MethodInfo method, Call call, int place, object destination)
    {
        object?[] arguments = [.. call.Arguments!];
        arguments[place] = destination;
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static MethodInfo? InPlace(MethodInfo method)
    {
        var types = method.GetParameters().Where(parameter => parameter.Name != "destination").Select(parameter => parameter.ParameterType).ToList();
        return typeof(TensorMethods).GetMethods()
            .Where(other => other.Name == method.Name + "InPlace")
            .Select(other => other.IsGenericMethodDefinition && other.GetGenericArguments().Length == 1 ? other.MakeGenericMethod(typeof(double)) : other)
            .FirstOrDefault(other => other.GetParameters().Select(parameter => parameter.ParameterType).SequenceEqual(types));
    }

    // The same numbers behind each other in another order.
    private static Tensor<double> Turned(Tensor<double> tensor) =>
        tensor.Rank < 2 ? tensor : tensor.Transpose(0, -1).Clone().Transpose(0, -1);

    // The same numbers with gaps between them, away from the beginning of the memory.
    private static Tensor<double> Spread(Tensor<double> tensor)
    {
        var wide = Tensor.Full<double>([.. tensor.Shape, 3], 77);
        var middle = wide.Select(-1, 1);
        middle.CopyInPlace(tensor);
        return middle;
    }

    private static Tensor<double> Repeated(Tensor<double> tensor) =>
        tensor.Rank == 0 || tensor.Shape[0] == 0 ? tensor : tensor.Narrow(0, 0, 1).Expand(tensor.Shape.ToArray());

    private static Tensor Empty(Tensor like) => like switch
    {
        Tensor<double> => Tensor.Zeros<double>(0),
        Tensor<bool> => Tensor.Zeros<bool>(0),
        Tensor<long> => Tensor.Zeros<long>(0),
        Tensor<float> => Tensor.Zeros<float>(0),
        Tensor<int> => Tensor.Zeros<int>(0),
        Tensor<short> => Tensor.Zeros<short>(0),
        Tensor<sbyte> => Tensor.Zeros<sbyte>(0),
        Tensor<byte> => Tensor.Zeros<byte>(0),
        Tensor<Half> => Tensor.Zeros<Half>(0),
        Tensor<BFloat16> => Tensor.Zeros<BFloat16>(0),
        _ => throw new NotSupportedException($"results of {like.DType}"),
    };

    private static Tensor OfAnotherShape(Tensor like)
    {
        int[] shape = [.. like.Shape, 2];
        return like switch
        {
            Tensor<double> => Tensor.Zeros<double>(shape),
            Tensor<bool> => Tensor.Zeros<bool>(shape),
            Tensor<long> => Tensor.Zeros<long>(shape),
            Tensor<int> => Tensor.Zeros<int>(shape),
            Tensor<short> => Tensor.Zeros<short>(shape),
            Tensor<sbyte> => Tensor.Zeros<sbyte>(shape),
            Tensor<byte> => Tensor.Zeros<byte>(shape),
            Tensor<Half> => Tensor.Zeros<Half>(shape),
            Tensor<BFloat16> => Tensor.Zeros<BFloat16>(shape),
            _ => Tensor.Zeros<float>(shape),
        };
    }

    // Another form of memory may be summed in another order.
    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(expected[i].Equals(actual[i]) || Math.Abs(expected[i] - actual[i]) <= 1e-12 * Math.Max(1, Math.Abs(expected[i])), $"[{string.Join(", ", actual)}] instead of [{string.Join(", ", expected)}]");
    }

    private static double[] Numbers(object? result) => result switch
    {
        Tensor tensor => tensor.To<double>().ToArray(),
        Tensor[] tensors => [.. tensors.SelectMany(tensor => Numbers(tensor))],
        System.Runtime.CompilerServices.ITuple several => [.. Enumerable.Range(0, several.Length).SelectMany(i => Numbers(several[i]))],
        bool truth => [truth ? 1 : 0],
        _ => throw new NotSupportedException($"an operator returned {result}"),
    };
}
