using DslTensors.Cpu;
using DslTensors.Lanes;

namespace DslTensors.Tests.Dispatch;

/// <summary>A device whose memory is host arrays that operators on the processor can't reach; it notes what it is asked to run.</summary>
internal sealed class HostBackend : Backend
{
    public List<string> Runs { get; } = [];

    public static Tensor<T> From<T>(Device device, params T[] values)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(device, StridedLayout.Contiguous(values.Length));
        values.CopyTo(Memory(tensor), 0);
        return tensor;
    }

    public static T[] Memory<T>(Tensor<T> tensor)
        where T : unmanaged => ((HostStorage<T>)tensor.UntypedStorage).Memory;

    public override Storage<T> Allocate<T>(Device device, int count) => new HostStorage<T>(device, count);

    public override void Upload<T>(ReadOnlySpan<T> source, Storage<T> destination) => source.CopyTo(((HostStorage<T>)destination).Memory);

    public override void Download<T>(Storage<T> source, Span<T> destination) => ((HostStorage<T>)source).Memory.AsSpan(0, destination.Length).CopyTo(destination);

    public override void Run(string operation, ReadOnlySpan<Tensor?> inputs, Tensor result, object? map)
    {
        Runs.Add($"{operation}({string.Join(", ", inputs.ToArray().Select(input => input?.Shape.ToString() ?? "none"))}) -> {result.Shape}{(map is null ? "" : " by map")}");
        var target = (Tensor<float>)result;
        var output = new TensorView<float>(Memory(target), target.Offset, target.Layout);
        switch (map)
        {
            case DslTensors.Operators.Arithmetic.AddMap add:
                ElementwiseLoop.Run(add, View(inputs[0], result), View(inputs[1], result), output);
                break;
            case DslTensors.Operators.Exponential.ExpMap exp:
                ElementwiseLoop.Run(exp, View(inputs[0], result), output);
                break;
            default:
                output.Span.Fill(42);
                break;
        }
    }

    private static TensorView<float> View(Tensor? input, Tensor result)
    {
        var tensor = (Tensor<float>)input!;
        return new TensorView<float>(Memory(tensor), tensor.Offset, tensor.Layout.BroadcastTo(result.Layout.Sizes)!);
    }

    private sealed class HostStorage<T>(Device device, int count) : Storage<T>(device)
        where T : unmanaged
    {
        public T[] Memory { get; } = new T[count];

        public override int Length => Memory.Length;
    }
}
