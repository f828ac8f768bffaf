using System.Text;

namespace DslTensors.Generator.Models;

/// <summary>PyTorch's spelling of our names: <c>LogSoftmax</c> is <c>log_softmax</c>, <c>Conv2d</c> is <c>conv2d</c>.</summary>
internal static class SnakeCase
{
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
