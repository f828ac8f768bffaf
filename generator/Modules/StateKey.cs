using System.Text;

namespace DslTensors.Generator.Modules;

/// <summary>The name of a member in the state dict, spelled as PyTorch would: <c>RunningMean</c> is <c>running_mean</c>.</summary>
internal static class StateKey
{
    /// <summary>
    /// Lower case, words separated by underscores. Digits stay with the word before them (<c>Conv2dBlock</c> is <c>conv2d_block</c>),
    /// an acronym is one word (<c>QKVProj</c> is <c>qkv_proj</c>), and a field's leading underscore is dropped.
    /// </summary>
    public static string From(string member)
    {
        var name = member.TrimStart('_');
        var key = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i))
                key.Append('_');
            key.Append(char.ToLowerInvariant(name[i]));
        }

        return key.ToString();
    }

    public static bool IsValid(string key) => key.Length > 0 && key.IndexOf('.') < 0;

    private static bool StartsWord(string name, int i)
    {
        if (i == 0 || !char.IsUpper(name[i]) || name[i - 1] == '_')
            return false;
        return !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
