using System.Runtime.CompilerServices;
using DslTensors;

namespace AutogradLessons;

/// <summary>Writes programs as they stand in the source, each followed by its result and an explanation.</summary>
/// <param name="output">Where to.</param>
internal sealed class Notebook(TextWriter output)
{
    /// <summary>The leaf that most programs start from: five ones that require gradients.</summary>
    public static Tensor<double> Ones(params int[] size)
    {
        var x = Tensor.Ones<double>(size.Length == 0 ? [5] : size);
        x.RequiresGrad = true;
        return x;
    }

    /// <summary>The title of what follows, and what it is about.</summary>
    public void Title(string title, string about) => output.WriteLine($"\n## {title}\n\n{about}\n");

    /// <summary>A program, with what it returns or the error that it ends with, and the reason.</summary>
    public void Show(Func<object?> program, string explanation, [CallerArgumentExpression(nameof(program))] string source = "")
    {
        foreach (var line in Lines(source))
            output.WriteLine($"> {line}");
        output.WriteLine(Result(program));
        output.WriteLine($"// {explanation}\n");
    }

    private static string Result(Func<object?> program)
    {
        try
        {
            return program()?.ToString() ?? "null";
        }
        catch (TensorException error)
        {
            return $"{error.GetType().Name}: {error.Message}";
        }
    }

    // What the lambda does, less its braces and the indentation that it has in this project.
    private static IEnumerable<string> Lines(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length == 1)
            return [source["() => ".Length..]];
        var indentation = lines[2].Length - lines[2].TrimStart().Length;
        return lines[2..^1].Select(line => line.Length > indentation ? line[indentation..] : line.Trim());
    }
}
