using System.Text;

namespace DslTensors;

public static partial class Autograd
{
    /// <summary>
    /// The graph that backward would walk, as Graphviz text: one box for each step with the shape of its result, and one for each leaf.
    /// Draw it with <c>dot -Tsvg</c>.
    /// </summary>
    /// <param name="tensor">The result.</param>
    /// <param name="names">Names of leaves, e.g. <c>model.NamedParameters()</c>.</param>
    /// <returns>The text.</returns>
    public static string ToDot(Tensor tensor, IEnumerable<(string Name, Tensor Tensor)>? names = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        var known = new Dictionary<Tensor, string>(ReferenceEqualityComparer.Instance);
        foreach (var (name, leaf) in names ?? [])
            known[leaf] = name;
        var text = new StringBuilder("digraph {\n  node [shape=box];\n");
        text.Append($"  result [label=\"{tensor.DType} {tensor.Shape}\", style=filled, fillcolor=lightgreen];\n");
        var numbers = new Dictionary<Node, int>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<Node>();
        if (tensor.GradEdge is { } root)
            text.Append($"  n{NumberOf(root)} -> result;\n");
        while (waiting.TryDequeue(out var node))
        {
            var number = numbers[node];
            text.Append(node.Leaf is { } leaf
                ? $"  n{number} [label=\"{Quoted(known.GetValueOrDefault(leaf))}{leaf.DType} {leaf.Shape}\", style=filled, fillcolor=lightblue];\n"
                : $"  n{number} [label=\"{Quoted(node.Name)}{new Shape(node.OutputLayout.Sizes)}\"];\n");
            for (var i = 0; i < node.EdgeCount; i++)
            {
                if (node.Edge(i) is { } edge)
                    text.Append($"  n{NumberOf(edge)} -> n{number};\n");
            }
        }

        return text.Append("}\n").ToString();

        int NumberOf(Node node)
        {
            if (!numbers.TryGetValue(node, out var number))
            {
                numbers.Add(node, number = numbers.Count);
                waiting.Enqueue(node);
            }

            return number;
        }
    }

    private static string Quoted(string? name) => name is null ? "" : name.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\\n";
}
