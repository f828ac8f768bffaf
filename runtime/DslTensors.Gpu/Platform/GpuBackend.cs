using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslTensors.Devices.Lanes;
using DslTensors.Devices.Memory;
using DslTensors.Devices.Shapes;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.OpenCL;

namespace DslTensors.Devices;

/// <summary>One device: its memory, its compiled kernels and the tensors of its constants.</summary>
internal sealed partial class GpuBackend : Backend
{
    private const int MostConstants = 4096;

    private readonly DeviceAllocator _allocator;
    private readonly ConcurrentDictionary<Type, object> _launchers = new();
    private readonly ConcurrentDictionary<Type, object> _kernels = new();
    private readonly ConcurrentDictionary<(Type Type, long Bits), Tensor> _constants = new();
    private readonly Lock _compiling = new();
    private readonly DeviceType _type;
    private readonly int _index;
    private Device? _device;

    public GpuBackend(DeviceType type, int index, Accelerator accelerator, long? memory = null)
    {
        (_type, _index, Accelerator) = (type, index, accelerator);
        _allocator = new DeviceAllocator(accelerator, ToString(), memory ?? accelerator.MemorySize);
    }

    public Accelerator Accelerator { get; }

    /// <summary>Whether kernels may use memory that a group of 256 threads shares; OpenCL on processors has none worth the name.</summary>
    public bool HasSharedMemory => Accelerator.MaxNumThreadsPerGroup >= 256
        && (Accelerator is not CLAccelerator openCL || (openCL.DeviceType & CLDeviceType.CL_DEVICE_TYPE_GPU) != 0);

    public override string Name => Accelerator.Name;

    public override DeviceMemory Memory => _allocator.Statistics;

    public override string ToString() => $"{_type.ToString().ToLowerInvariant()}:{_index}";

    public override Storage<T> Allocate<T>(Device device, int count)
    {
        _device = device;
        return new GpuStorage<T>(device, _allocator.Allocate((long)count * Unsafe.SizeOf<T>()), count);
    }

    public override unsafe void Upload<T>(ReadOnlySpan<T> source, Storage<T> destination)
    {
        if (source.Length == 0)
            return;

        // Drivers may read later than the call returns.
        var bytes = MemoryMarshal.AsBytes(source);
        fixed (byte* first = bytes)
        {
            Whole(destination).BaseView.SubView(0, bytes.Length).CopyFromCPU(Accelerator.DefaultStream, ref *first, bytes.Length);
            Accelerator.DefaultStream.Synchronize();
        }

        GC.KeepAlive(destination);
    }

    public override unsafe void Download<T>(Storage<T> source, Span<T> destination)
    {
        if (destination.Length == 0)
            return;
        var bytes = MemoryMarshal.AsBytes(destination);
        fixed (byte* first = bytes)
        {
            Whole(source).BaseView.SubView(0, bytes.Length).CopyToCPU(Accelerator.DefaultStream, ref *first, bytes.Length);
            Accelerator.DefaultStream.Synchronize();
        }

        GC.KeepAlive(source);
        ThrowFaults();
    }

    public override void Synchronize() => Accelerator.Synchronize();

    public override void EmptyCache() => _allocator.EmptyCache();

    public override TKernel Kernel<TKernel>(string operation) => (TKernel)_kernels.GetOrAdd(
        typeof(TKernel),
        static (type, state) => KernelTable.Find(type, state.Backend) ?? throw Missing(state.Operation, state.Backend.ToString()),
        (Backend: this, Operation: operation));

    /// <summary>A compiled kernel; compiled when it is first asked for.</summary>
    /// <param name="key">What stands for the kernel and its type arguments.</param>
    /// <param name="load">Compiles it.</param>
    public TLauncher Launcher<TLauncher>(Type key, Func<Accelerator, TLauncher> load)
        where TLauncher : Delegate
    {
        if (_launchers.TryGetValue(key, out var known))
            return (TLauncher)known;
        lock (_compiling)
            return (TLauncher)_launchers.GetOrAdd(key, static (_, state) => state.load(state.Accelerator), (load, Accelerator));
    }

    /// <summary>The tensor itself, or a number from main memory as a tensor of this device.</summary>
    public Tensor<T> Here<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        if (ReferenceEquals(tensor.Device.Backend, this))
            return tensor;
        if (tensor.Rank != 0 || !ReferenceEquals(tensor.Device, Device.Cpu))
            throw new DeviceException($"Expected all tensors to be on the same device, but found at least two devices, {this} and {tensor.Device}! Move one of them first, for example with x.To(device).");
        var value = tensor.Item();
        long bits = 0;
        Unsafe.As<long, T>(ref bits) = value;
        if (_constants.TryGetValue((typeof(T), bits), out var known))
            return (Tensor<T>)known;
        if (_constants.Count >= MostConstants)
            _constants.Clear();
        var constant = Tensor<T>.Allocate(_device!, StridedLayout.Scalar);
        Upload<T>([value], constant.Storage);
        _constants[(typeof(T), bits)] = constant;
        return constant;
    }

    /// <summary>All of the memory of a tensor, as elements of their form on the device.</summary>
    public ArrayView<S> Elements<T, S>(Tensor<T> tensor)
        where T : unmanaged
        where S : unmanaged => Whole(tensor.Storage).Cast<byte, S>().BaseView;

    /// <summary>The elements of a contiguous tensor.</summary>
    public ArrayView<S> Dense<T, S>(Tensor<T> tensor)
        where T : unmanaged
        where S : unmanaged => Elements<T, S>(tensor).SubView(tensor.Offset, tensor.Layout.Count);

    /// <summary>The tensor itself where it is contiguous, otherwise a contiguous copy.</summary>
    public Tensor<T> Contiguous<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        if (tensor.IsContiguous)
            return tensor;
        var copy = Tensor<T>.Allocate(tensor.Device, tensor.Layout.ToContiguous());
        Copy(tensor, copy);
        return copy;
    }

    /// <summary>Room for intermediate results, until the returned tensor is collected.</summary>
    public Tensor<T> Room<T>(int count)
        where T : unmanaged => Tensor<T>.Allocate(_device!, StridedLayout.Contiguous(count));

    /// <summary>A table for a kernel.</summary>
    public Tensor<int> Upload(int[] table)
    {
        var tensor = Room<int>(table.Length);
        Upload<int>(table, tensor.Storage);
        return tensor;
    }

    private ArrayView1D<byte, Stride1D.Dense> Whole<T>(Storage<T> storage)
        where T : unmanaged => storage is GpuStorage<T> own && ReferenceEquals(own.Device.Backend, this)
            ? own.Bytes
            : throw new DeviceException($"Expected all tensors to be on the same device, but found at least two devices, {this} and {storage.Device}! Move one of them first, for example with x.To(device).");
}
