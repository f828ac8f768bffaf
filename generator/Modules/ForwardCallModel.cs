namespace DslTensors.Generator.Modules;

/// <summary>A call of a child's <c>Forward</c> in a module.</summary>
/// <param name="TypeParameters">The type parameters of the child's class, as in <c>&lt;T&gt;</c>; empty if it has none.</param>
/// <param name="Constraints">Their constraints.</param>
/// <param name="Module">The child's class.</param>
/// <param name="Input">What <c>Forward</c> takes.</param>
/// <param name="Output">What it returns.</param>
/// <param name="Location">The attribute that tells the compiler where the call stands.</param>
internal sealed record ForwardCallModel(string TypeParameters, string Constraints, string Module, string Input, string Output, string Location);
