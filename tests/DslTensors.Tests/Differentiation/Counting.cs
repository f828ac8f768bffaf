namespace DslTensors.Tests.Differentiation;

/// <summary>An operator that returns its input and notes each run of its backward step; the name "fail" makes the step throw.</summary>
[TensorOp("s... -> s...")]
internal static partial class Counting
{
    private static void Forward<T>(TensorView<T> input, TensorView<T> result, string name, List<string> runs)
        where T : unmanaged => StridedCopy.Run(input, result);

    private static Tensor<T> GradInput<T>(Tensor<T> grad, string name, List<string> runs)
        where T : unmanaged
    {
        if (name == "fail")
            throw new InvalidOperationException(name);
        runs.Add(name);
        return grad;
    }

    public static Tensor<double> Apply(Tensor<double> input, string name, List<string> runs) => Apply(input, name, runs, null);
}
