namespace DslTensors.Analyzers;

/// <summary>Where the pages of the rules are. Each id has the page <c>analyzers/rules/{id}.md</c>.</summary>
internal static class RuleHelp
{
    private const string Pages = "https://github.com/dsltensors/dsltensors/blob/main/analyzers/rules/";

    public static string LinkTo(string id) => $"{Pages}{id}.md";
}
