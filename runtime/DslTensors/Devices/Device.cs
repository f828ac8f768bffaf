namespace DslTensors;

/// <summary>The kind of a <see cref="Device"/>.</summary>
public enum DeviceType
{
    /// <summary>Main memory and the processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>An OpenCL accelerator.</summary>
    OpenCL,

    /// <summary>A kernel debugger: GPU kernels run on the processor, slowly.</summary>
    Emulated,
}

/// <summary>Where a tensor's memory lies and its operators run.</summary>
public sealed partial class Device
{
    /// <summary>Main memory and the processor.</summary>
    public static readonly Device Cpu = new(DeviceType.Cpu, 0, null);

    /// <summary>Creates a device that a backend serves.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="index">The number among devices of its kind, from 0.</param>
    /// <param name="backend">What allocates memory and runs operators; <see langword="null"/> for the processor.</param>
    public Device(DeviceType type, int index, Backend? backend)
    {
        Type = type;
        Index = index;
        Backend = backend;
    }

    /// <summary>The kind.</summary>
    public DeviceType Type { get; }

    /// <summary>The number among devices of its kind, from 0.</summary>
    public int Index { get; }

    /// <summary>What allocates memory and runs operators; <see langword="null"/> for the processor.</summary>
    public Backend? Backend { get; }

    /// <summary>What its maker calls it; <c>cpu</c> for the processor.</summary>
    public string Name => Backend?.Name ?? "cpu";

    /// <summary>Its memory as it is now; zeros for the processor, whose memory the garbage collector and <see cref="StoragePool"/> know.</summary>
    public DeviceMemory Memory => Backend?.Memory ?? default;

    /// <summary>Waits until all that was started on it has run (PyTorch's <c>torch.cuda.synchronize()</c>).</summary>
    public void Synchronize() => Backend?.Synchronize();

    /// <summary>Gives memory that holds no tensor back to its driver (PyTorch's <c>torch.cuda.empty_cache()</c>).</summary>
    public void EmptyCache() => Backend?.EmptyCache();

    /// <summary>PyTorch's name: <c>cpu</c>, <c>cuda:0</c>.</summary>
    public override string ToString() => Type == DeviceType.Cpu ? "cpu" : $"{Type.ToString().ToLowerInvariant()}:{Index}";

    /// <summary>The device of one operand.</summary>
    public static Device Common(string operation, Tensor first) => first.Device;

    /// <summary>The one device that both operands lie on; a single number in main memory goes with any.</summary>
    /// <exception cref="DeviceException">They lie on different devices.</exception>
    public static Device Common(string operation, Tensor first, Tensor second) =>
        ReferenceEquals(first.Device, second.Device) ? first.Device
            : IsNumber(second) ? first.Device
            : IsNumber(first) ? second.Device
            : throw Mixed(operation, first, second);

    /// <summary>The one device that the operands lie on.</summary>
    /// <exception cref="DeviceException">They lie on different devices.</exception>
    public static Device Common(string operation, Tensor first, Tensor second, Tensor? third) =>
        third is null ? Common(operation, first, second)
            : ReferenceEquals(first.Device, second.Device) && ReferenceEquals(first.Device, third.Device) ? first.Device
            : Common(operation, [first, second, third]);

    /// <summary>The one device that all operands lie on; single numbers in main memory go with any.</summary>
    /// <exception cref="DeviceException">They lie on different devices.</exception>
    public static Device Common(string operation, params ReadOnlySpan<Tensor?> tensors)
    {
        Tensor? first = null;
        foreach (var tensor in tensors)
        {
            if (tensor is null)
                continue;
            first ??= tensor;
            if (ReferenceEquals(first.Device, tensor.Device) || IsNumber(tensor))
                continue;
            if (!IsNumber(first))
                throw Mixed(operation, first, tensor);
            first = tensor;
        }

        return first?.Device ?? Cpu;
    }

    private static bool IsNumber(Tensor tensor) => tensor.Layout.Rank == 0 && ReferenceEquals(tensor.Device, Cpu);

    private static DeviceException Mixed(string operation, Tensor first, Tensor second) => new(
        $"Expected all tensors to be on the same device, but found at least two devices, {first.Device} and {second.Device}! " +
        $"{operation}: move one of them first, for example with x.To(device).");
}
