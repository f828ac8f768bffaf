using System.Reflection;
using DslTensors.Devices.Elementwise;
using DslTensors.Devices.Lanes;
using DslTensors.Lanes;
using ILGPU;

namespace DslTensors.Tests.Gpu;

/// <summary>All kernels of the backend, found by their form, with type arguments for the element types and functions that they are used with.</summary>
internal static class KernelMethods
{
    private static readonly (Type Stored, Type Lane)[] s_lanes =
    [
        (typeof(float), typeof(FloatLane)), (typeof(double), typeof(DoubleLane)), (typeof(long), typeof(LongLane)), (typeof(int), typeof(IntLane)),
        (typeof(byte), typeof(IntLane)), (typeof(short), typeof(IntLane)), (typeof(sbyte), typeof(IntLane)), (typeof(HalfBits), typeof(FloatLane)), (typeof(BFloat16Bits), typeof(FloatLane)),
    ];

    /// <summary>The kernels of structured operators, for every element type.</summary>
    public static IEnumerable<MethodInfo> Structured() =>
        from type in typeof(DslTensors.Gpu).Assembly.GetTypes()
        where type.Namespace?.StartsWith("DslTensors.Devices", StringComparison.Ordinal) == true && !type.Name.StartsWith("Map", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where method.ReturnType == typeof(void) && method.GetParameters() is [var first, ..] && (first.ParameterType == typeof(Index1D) || type.Name.StartsWith("Shared", StringComparison.Ordinal))
        from closed in Close(type, method)
        select closed;

    /// <summary>The loops over every elementwise function of the library, forward and backward.</summary>
    public static IEnumerable<MethodInfo> Elementwise()
    {
        foreach (var map in typeof(Tensor).Assembly.GetTypes().Where(static type => type is { IsValueType: true, ContainsGenericParameters: false }))
        {
            for (var arity = 1; arity <= 5; arity++)
            {
                var kernels = arity switch { 1 => typeof(Map1Kernel<,,,,>), 2 => typeof(Map2Kernel<,,,,>), 3 => typeof(Map3Kernel<,,,,>), 4 => typeof(Map4Kernel<,,,,>), _ => typeof(Map5Kernel<,,,,>) };
                var contract = arity switch { 1 => typeof(IMap1), 2 => typeof(IMap2), 3 => typeof(IMap3), 4 => typeof(IMap4), _ => typeof(IMap5) };
                if (!contract.IsAssignableFrom(map))
                    continue;
                yield return kernels.MakeGenericType(map, typeof(float), typeof(FloatLane), typeof(float), typeof(ValueStore<float, FloatLane>)).GetMethod("Dense")!;
                yield return kernels.MakeGenericType(map, typeof(double), typeof(DoubleLane), typeof(byte), typeof(FlagStore<double, DoubleLane>)).GetMethod("Strided")!;
            }
        }
    }

    private static IEnumerable<MethodInfo> Close(Type type, MethodInfo method)
    {
        if (!type.IsGenericType)
            return method.IsGenericMethod ? s_lanes.Select(lane => method.MakeGenericMethod(lane.Stored)) : [method];
        return type.GetGenericArguments().Select(static argument => argument.Name).ToArray() switch
        {
            ["S", "L"] => s_lanes.Where(lane => !NeedsReal(type) || lane.Lane == typeof(FloatLane) || lane.Lane == typeof(DoubleLane)).Select(lane => Method(lane.Stored, lane.Lane)),
            ["S", "L", "R", "M"] => from lane in s_lanes from other in s_lanes.Take(4) select Method(lane.Stored, lane.Lane, other.Stored, other.Lane),
            ["TReduction", "S", "L"] => from reduction in Structs<IReduction>() from lane in s_lanes.Take(4) select Method(reduction, lane.Stored, lane.Lane),
            ["TUpdate", "S", "L"] => from update in Structs<IUpdate>() from lane in s_lanes.Take(2) select Method(update, lane.Stored, lane.Lane),
            var other => throw new InvalidOperationException($"No type arguments are known for {type} <{string.Join(", ", other)}>."),
        };

        MethodInfo Method(params Type[] arguments) =>
            (MethodInfo)MethodBase.GetMethodFromHandle(method.MethodHandle, type.MakeGenericType(arguments).TypeHandle)!;
    }

    private static bool NeedsReal(Type type) => type.Name.StartsWith("Softmax", StringComparison.Ordinal) || type.Name.StartsWith("PickedLoss", StringComparison.Ordinal);

    private static IEnumerable<Type> Structs<TContract>() =>
        typeof(Tensor).Assembly.GetTypes().Where(static type => type.IsValueType && !type.IsGenericType && typeof(TContract).IsAssignableFrom(type));
}
