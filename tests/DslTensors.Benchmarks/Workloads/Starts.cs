using System.Diagnostics;
using Benchmarks.Harness;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>From the start of a process to its end, with one tensor in between.</summary>
internal static class Starts
{
    /// <summary>The argument with which this program makes a tensor and ends.</summary>
    public const string FirstTensor = "--first-tensor";

    /// <summary>The same with the peer.</summary>
    public const string PeerFirstTensor = "--peer-first-tensor";

    public static IEnumerable<Workload> All =>
    [
        new("starts", "process start to first tensor, JIT", 3, () => Of(ThisProgram(FirstTensor))) { IsInProcess = false },
        new("starts", "process start to digits read, NativeAOT", 20, () => Of(new ProcessStartInfo(NativeDigits.Publish()))) { IsInProcess = false },
    ];

    /// <summary>This program in a process of its own.</summary>
    public static ProcessStartInfo ThisProgram(string argument) => new(Environment.ProcessPath!, [.. Entry(), argument]);

    /// <summary>The side that runs a process to its end.</summary>
    public static Side Of(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        return new Side(() => Run(start), () => []);
    }

    /// <summary>What the process does.</summary>
    public static void MakeFirstTensor() => Console.WriteLine((Tensor.Ones(2, 3) + 1).Sum().Item());

    private static string[] Entry() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static void Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}");
    }
}
