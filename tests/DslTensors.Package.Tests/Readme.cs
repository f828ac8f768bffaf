using System.Text.RegularExpressions;

namespace DslTensors.Package.Tests;

/// <summary>The code in the README that comes with the package.</summary>
static partial class Readme
{
    /// <summary>The first program.</summary>
    public static string Example => Block("csharp", 0);

    /// <summary>The program with a mistake.</summary>
    public static string Mistake => Block("csharp", 1);

    /// <summary>What the compiler says to it.</summary>
    public static string CompilerOutput => Block("text", 0);

    static string Block(string language, int index)
    {
        string text = File.ReadAllText(Path.Combine(PackedLibrary.RepositoryRoot, "README.md"));
        return FencedBlock().Matches(text).Where(block => block.Groups[1].Value == language).ElementAt(index).Groups[2].Value;
    }

    [GeneratedRegex("^```([a-z]+)\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();
}
