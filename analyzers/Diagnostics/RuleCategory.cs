namespace DslTensors.Analyzers;

/// <summary>The categories of the rules; an id's first digit belongs to its category.</summary>
internal static class RuleCategory
{
    /// <summary>DSLT1xxx: operators and modules that are declared in a way that cannot work.</summary>
    public const string Declarations = "DslTensors.Declarations";

    /// <summary>DSLT2xxx: shapes that do not fit.</summary>
    public const string Shapes = "DslTensors.Shapes";
}
