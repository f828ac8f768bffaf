using System.Text;

namespace DslTensors.Generator.Models;

/// <summary>PyTorch's spelling of our names: <c>LogSoftmax</c> is <c>log_softmax</c>, <c>Conv2d</c> is <c>conv2d</c>.</summary>
internal static class SnakeCase
{
    /// <summary>
    /// Lower case, words separated by underscores. Digits stay with the word before them (<c>Conv2dBlock</c> is <c>conv2d_block</c>),
    /// and an acronym is one word (<c>QKVProj</c> is <c>qkv_proj</c>).
    /// </summary>
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>Our spelling of PyTorch's names: <c>less_equal</c> is <c>LessEqual</c>.</summary>
    public static string ToPascal(string name)
    {
        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != '_')
                text.Append(i == 0 || name[i - 1] == '_' ? char.ToUpperInvariant(name[i]) : name[i]);
        }

        return text.ToString();
    }

    private static bool StartsWord(string name, int i)
    {
        if (i == 0 || !char.IsUpper(name[i]) || name[i - 1] == '_')
            return false;
        return !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));
    }
}
