namespace DslTensors.Tests.Dispatch;

/// <summary>A device whose memory is host arrays that operators on the processor can't reach; it notes what it is asked to run.</summary>
internal partial class HostBackend : Backend
{
    public List<string> Runs { get; } = [];

    public static Tensor<T> From<T>(Device device, params T[] values)
        where T : unmanaged
    {
        var tensor = Tensor<T>.Allocate(device, StridedLayout.Contiguous(values.Length));
        values.CopyTo(Memory(tensor), 0);
        return tensor;
    }

    public static new T[] Memory<T>(Tensor<T> tensor)
        where T : unmanaged => ((HostStorage<T>)tensor.UntypedStorage).Memory;

    public override Storage<T> Allocate<T>(Device device, int count) => new HostStorage<T>(device, count);

    public override void Upload<T>(ReadOnlySpan<T> source, Storage<T> destination) => source.CopyTo(((HostStorage<T>)destination).Memory);

    public override void Download<T>(Storage<T> source, Span<T> destination) => ((HostStorage<T>)source).Memory.AsSpan(0, destination.Length).CopyTo(destination);

    public override void Copy<T>(Tensor<T> source, Tensor<T> result) => StridedCopy.Run(View(source, result), View(result, result));

    public override void Fill<T>(Tensor<T> result, T value) => View(result, result).Span.Fill(value);

    public override void Draw<T>(Distribution distribution, ulong seed, double first, double second, Tensor<T> result) => View(result, result).Span.Clear();

    public override TKernel Kernel<TKernel>(string operation) => typeof(TKernel) == typeof(DslTensors.Operators.Mm.DeviceKernel)
        ? (TKernel)(object)new MmKernel(this)
        : throw Missing(operation, "emulated:3");

    public override void Update<TUpdate, T>(TUpdate update, Tensor<T> value, Tensor<T> gradient, Tensor<T>? first, Tensor<T>? second, Tensor<T>? third) =>
        throw Missing("step", "emulated:3");

    private void Note(string operation, ReadOnlySpan<Tensor> inputs, Tensor result, string how) =>
        Runs.Add($"{operation}({string.Join(", ", inputs.ToArray().Select(input => input.Shape.ToString()))}) -> {result.Shape}{how}");

    private static TensorView<T> View<T>(Tensor<T> tensor, Tensor result)
        where T : unmanaged
    {
        if (ReferenceEquals(tensor.Device, Device.Cpu))
            return new TensorView<T>(tensor.ToArray(), 0, tensor.Layout.BroadcastTo(result.Layout.Sizes)!);
        return new TensorView<T>(Memory(tensor), tensor.Offset, tensor.Layout.BroadcastTo(result.Layout.Sizes)!);
    }

    private sealed class MmKernel(HostBackend backend) : DslTensors.Operators.Mm.DeviceKernel
    {
        public override void Run<T>(Tensor<T> input, Tensor<T> mat2, Tensor<T> result)
        {
            backend.Note("mm", [input, mat2], result, "");
            View(result, result).Span.Fill(T.CreateTruncating(42));
        }
    }

    private sealed class HostStorage<T>(Device device, int count) : Storage<T>(device)
        where T : unmanaged
    {
        public T[] Memory { get; } = new T[count];

        public override int Length => Memory.Length;
    }
}
