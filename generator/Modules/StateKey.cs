using DslTensors.Generator.Models;

namespace DslTensors.Generator.Modules;

/// <summary>The name of a member in the state dict, spelled as PyTorch would: <c>RunningMean</c> is <c>running_mean</c>.</summary>
internal static class StateKey
{
    /// <summary>The member's name in lower case with underscores; a field's leading underscore is dropped.</summary>
    public static string From(string member) => SnakeCase.From(member.TrimStart('_'));

    public static bool IsValid(string key) => key.Length > 0 && key.IndexOf('.') < 0;
}
