using System.Diagnostics;
using System.Reflection;
using DslTensors;

namespace Benchmarks.Workloads;

/// <summary>The program that reads one digit, compiled ahead of time.</summary>
internal static class NativeDigits
{
    /// <summary>Publishes it beside this program.</summary>
    /// <returns>The path of the binary.</returns>
    /// <exception cref="InvalidOperationException">It could not be published; the message ends with the compiler's last lines.</exception>
    public static string Publish()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "native");
        var project = Path.Combine(SourceFolder(), "Start", "Start.csproj");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", "-c", "Release", "-nologo", "-v", "q", "-o", folder, project]) { RedirectStandardOutput = true })!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        var binary = Path.Combine(folder, OperatingSystem.IsWindows() ? "Start.exe" : "Start");
        if (publish.ExitCode != 0 || !File.Exists(binary))
            throw new InvalidOperationException("NativeAOT: " + string.Join(' ', output.Split('\n').TakeLast(3)));
        Console.Error.WriteLine($"NativeAOT binary: {new FileInfo(binary).Length / 1e6:0.0} MB");
        return binary;
    }

    private static string SourceFolder() =>
        typeof(NativeDigits).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(entry => entry.Key == nameof(SourceFolder)).Value!;
}
