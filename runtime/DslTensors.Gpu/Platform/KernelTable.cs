using System.Collections.Concurrent;

namespace DslTensors.Devices;

/// <summary>Which class supplies which operator's kernel.</summary>
internal static partial class KernelTable
{
    private static readonly ConcurrentDictionary<Type, Func<GpuBackend, object>> s_kernels = new();

    static KernelTable() => AddGenerated();

    /// <summary>The operators' <c>DeviceKernel</c>s that have one.</summary>
    public static IReadOnlyCollection<Type> Known => [.. s_kernels.Keys];

    public static object? Find(Type kernel, GpuBackend backend) => s_kernels.TryGetValue(kernel, out var create) ? create(backend) : null;

    private static void Add<TKernel>(Func<GpuBackend, TKernel> create)
        where TKernel : class => s_kernels[typeof(TKernel)] = create;

    static partial void AddGenerated();
}
