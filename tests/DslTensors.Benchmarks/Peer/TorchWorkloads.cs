using Benchmarks.Harness;
using TorchSharp;

namespace Benchmarks.Peer;

/// <summary>The peer's form of each workload: TorchSharp, which is libtorch behind managed wrappers.</summary>
internal static class TorchWorkloads
{
    private static readonly Dictionary<string, Func<Side>> s_sides = new[]
    {
        TorchSmall.Sides, TorchNetworks.Sides, TorchArrays.Sides, TorchSizes.Sides, TorchStarts.Sides,
    }.SelectMany(sides => sides).ToDictionary(side => side.Name, side => side.Make);

    /// <summary>The form of the workload with this name; null if there is none.</summary>
    public static Func<Side>? Find(string name) => s_sides.GetValueOrDefault(name);

    /// <summary>Loads libtorch.</summary>
    /// <returns>Why it can't be used; null if it can.</returns>
    public static string? Load(int threads)
    {
        try
        {
            OlderLinux.Prepare();
            torch.set_num_threads(threads);
            return null;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or NotSupportedException or IOException or UnauthorizedAccessException or BadImageFormatException)
        {
            return $"TorchSharp can't be loaded: {(e.InnerException ?? e).Message}";
        }
    }

    /// <summary>What the process does whose start is timed.</summary>
    public static void MakeFirstTensor()
    {
        OlderLinux.Prepare();
        Console.WriteLine((torch.ones(2, 3) + 1).sum().item<float>());
    }
}
