using System.Diagnostics;

namespace DslTensors.Samples.Tests;

/// <summary>A sample as a user runs it: in a process of its own, its output redirected.</summary>
sealed record SampleProcess(int ExitCode, string Output, string Error)
{
    public static SampleProcess Run(string sample, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{sample}.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}
