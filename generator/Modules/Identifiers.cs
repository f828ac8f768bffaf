using Microsoft.CodeAnalysis.CSharp;

namespace DslTensors.Generator.Modules;

/// <summary>Names as they are written in C#.</summary>
internal static class Identifiers
{
    /// <summary>The name, with an @ before reserved words.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : $"@{name}";
}
