using System.Text;
using Digits;
using DslTensors;
using Spectre.Console;

Console.OutputEncoding = Encoding.UTF8;
return DigitsCommand.Invoke(args, Run);

static int Run(DigitsOptions options)
{
    try
    {
        DigitsRun.Execute(options, CreateConsole());
        return 0;
    }
    catch (Exception e) when (e is TensorException or IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"error: {e.Message}");
        return 1;
    }
}

// What is redirected is read by programs, which a wrapped line would confuse.
static IAnsiConsole CreateConsole()
{
    var console = AnsiConsole.Console;
    if (Console.IsOutputRedirected)
        console.Profile.Width = int.MaxValue;
    return console;
}
