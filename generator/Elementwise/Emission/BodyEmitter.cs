using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Elementwise;

/// <summary>Writes a formula as C#, each part that is used more than once, or that the user gave a name, in a local of its own.</summary>
internal abstract class BodyEmitter
{
    private const int LongestLine = 110;

    private readonly Dictionary<Expression, Fragment> _written = [];
    private readonly List<string> _locals = [];
    private readonly IReadOnlyDictionary<Expression, string> _userNames;
    private readonly LocalNames _names;

    protected BodyEmitter(Expression body, IReadOnlyDictionary<Expression, string> userNames, IEnumerable<string> reserved)
    {
        Body = body;
        _userNames = userNames;
        _names = new LocalNames(reserved.Concat(body.Variables().Select(variable => variable.Name)));
    }

    protected Expression Body { get; }

    protected EmittedBody Emit()
    {
        var order = Traversal.PostOrder(Body);
        var uses = order.SelectMany(node => node.Operands).GroupBy(operand => operand).ToDictionary(group => group.Key, group => group.Count());
        foreach (var node in order.Where(node => !node.IsUniform))
        {
            if (_written.ContainsKey(node))
                continue;
            var fragment = node is Variable variable ? new Fragment(variable.Name) : Write((Call)node);
            if (!node.Equals(Body) && node is Call call && DeservesLocal(call, uses[node], fragment))
                fragment = Declare(call, fragment);
            _written[node] = fragment;
        }

        return new EmittedBody(_locals.ToEquatableArray(), Body.IsUniform ? OfUniform(Body).Text : _written[Body].Text);
    }

    /// <summary>One call, its operands being written already.</summary>
    protected abstract Fragment Write(Call call);

    /// <summary>A value that is the same for all elements, where one per element is wanted.</summary>
    protected abstract Fragment OfUniform(Expression expression);

    /// <summary>The operand as it was written.</summary>
    protected Fragment Operand(Expression operand) => operand.IsUniform ? OfUniform(operand) : _written[operand];

    private bool DeservesLocal(Call call, int uses, Fragment fragment) =>
        _userNames.ContainsKey(call)
        || (uses > 1 && !IsTrivial(call))
        || fragment.Text.Length > LongestLine;

    private static bool IsTrivial(Call call) => call.Function == ScalarFunctions.Negate && call.Operands[0] is Variable;

    private Fragment Declare(Call call, Fragment value)
    {
        var name = _userNames.TryGetValue(call, out var given) ? _names.Take(given) : _names.TakeFor(call);
        _locals.Add($"var {name} = {value.Text};");
        return new Fragment(name);
    }
}
