using System.Text;

namespace DslTensors;

public abstract partial class Module
{
    /// <summary>The options that <see cref="ToString"/> shows in parentheses: <c>in_features=64, out_features=10, bias=True</c>.</summary>
    protected virtual string ExtraRepr() => "";

    /// <summary>The module and all below it, as PyTorch prints them.</summary>
    public override string ToString()
    {
        var children = NamedChildren().ToList();
        var options = ExtraRepr();
        if (children.Count == 0 && !options.Contains('\n'))
            return $"{TypeName()}({options})";
        var text = new StringBuilder($"{TypeName()}(");
        if (options.Length > 0)
            text.Append($"\n  {options}");
        foreach (var (name, child) in children)
            text.Append($"\n  ({name}): {child.ToString().Replace("\n", "\n  ")}");
        return text.Append("\n)").ToString();
    }

    /// <summary>The name of the class, without its type arguments.</summary>
    internal string TypeName()
    {
        var name = GetType().Name;
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name[..arity];
    }
}
