using System.Diagnostics;

namespace DslTensors.Tests.Reference;

/// <summary>PyTorch itself, where it is installed.</summary>
internal static class PyTorchProcess
{
    private static readonly string[] s_interpreters = ["/usr/bin/python3", "python3"];

    private static readonly Lazy<string?> s_interpreter = new(() => s_interpreters.FirstOrDefault(HasPyTorch));

    public static bool IsInstalled => s_interpreter.Value is not null;

    /// <summary>What a program prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var (exitCode, output, error) = Start(s_interpreter.Value!, ["-c", program, .. arguments]);
        Assert.True(exitCode == 0, error);
        return output.ReplaceLineEndings("\n").TrimEnd();
    }

    private static bool HasPyTorch(string interpreter)
    {
        try
        {
            return Start(interpreter, ["-c", "import torch"]).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, string Output, string Error) Start(string interpreter, string[] arguments)
    {
        var start = new ProcessStartInfo(interpreter, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}

/// <summary>A test that asks PyTorch, skipped where it is not installed.</summary>
public sealed class PyTorchFactAttribute : FactAttribute
{
    public PyTorchFactAttribute()
    {
        if (!PyTorchProcess.IsInstalled)
            Skip = "PyTorch is not installed (Debian: apt-get install python3-torch).";
    }
}
