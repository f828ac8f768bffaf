using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DslTensors.Generator.Elementwise;

/// <summary>
/// The text form of formulas, in which bodies travel in metadata: <c>Multiply(x,Sigmoid(x))</c>. A shared part is written once, as
/// <c>$0=Exp(x);</c> before the formula. <see cref="ExpressionReader"/> reads it back.
/// </summary>
internal static class ExpressionWriter
{
    public static string Write(Expression root)
    {
        var order = Traversal.PostOrder(root);
        var uses = new Dictionary<Expression, int>();
        foreach (var operand in order.SelectMany(node => node.Operands))
            uses[operand] = uses.TryGetValue(operand, out var count) ? count + 1 : 1;

        var text = new StringBuilder();
        var written = new Dictionary<Expression, string>();
        var shared = 0;
        foreach (var node in order)
        {
            if (written.ContainsKey(node))
                continue;
            written[node] = node switch
            {
                Variable variable => variable.Name,
                Constant { IsLogical: true } constant => constant.Text,
                Constant constant => Constant.Digits(constant.Value),
                _ => $"{((Call)node).Function.Name}({string.Join(",", node.Operands.Select(operand => written[operand]))})",
            };
            if (node is Call && !ReferenceEquals(node, root) && uses[node] > 1)
            {
                text.Append('$').Append(shared).Append('=').Append(written[node]).Append(';');
                written[node] = "$" + shared++;
            }
        }

        return text.Append(written[root]).ToString();
    }
}
