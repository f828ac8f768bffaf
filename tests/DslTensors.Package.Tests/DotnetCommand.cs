using System.Diagnostics;

namespace DslTensors.Package.Tests;

/// <summary>A finished process and all that it wrote.</summary>
sealed record DotnetCommand(int ExitCode, string Output)
{
    /// <summary>Runs the .NET command line in a folder.</summary>
    public static DotnetCommand Run(string folder, params string[] args) => Start(folder, "dotnet", args);

    /// <summary>Runs a program in a folder.</summary>
    public static DotnetCommand Start(string folder, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the build around this test has set must not reach the project that is built here; nor must build servers outlive it.
        foreach (string name in start.Environment.Keys.Where(IsOfTheBuildAround).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output + error.Result);
    }

    /// <summary>Fails with the whole output if the exit code is another.</summary>
    public DotnetCommand Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}:\n{Output}");
        return this;
    }

    static bool IsOfTheBuildAround(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name is "NUGET_PACKAGES" or "Configuration" or "Platform" or "TargetFramework";
}
