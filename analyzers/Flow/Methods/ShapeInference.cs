using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>The shapes that a method could state: what its code shows of its parameters and its result.</summary>
internal sealed class ShapeInference
{
    private readonly Dictionary<string, string> _names = [];

    private ShapeInference()
    {
    }

    /// <summary>The shapes of the parameters by their names, in the shape language; only those that state none and of which something is known.</summary>
    public Dictionary<string, string> Parameters { get; } = [];

    /// <summary>The shape of the result; null where one is stated, or nothing is known.</summary>
    public string? Result { get; private set; }

    /// <summary>Runs a method; null where the library is not used or there is no body.</summary>
    public static ShapeInference? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (TensorSymbols.Find(compilation) is not { } symbols)
            return null;
        var world = new FlowWorld(compilation, symbols);
        if (world.Bodies.Of(method, cancellation) is not { } graph)
            return null;

        var listener = new EndListener();
        var context = new FlowContext(world, listener, method, method.IsStatic ? null : world.Modules.Instance(method.ContainingType), CallStack.Empty, cancellation);
        new FlowEngine(context, VariableFacts.Collect(graph, method, cancellation)).Run(graph);
        return listener.End is { } end ? new ShapeInference().Read(method, symbols, context, end) : null;
    }

    private ShapeInference Read(IMethodSymbol method, TensorSymbols symbols, FlowContext context, FlowState end)
    {
        foreach (var parameter in method.Parameters.Where(parameter => symbols.IsTensor(parameter.Type)))
        {
            if (StatedSignature.TextOf(parameter.GetAttributes(), symbols) is null && end.Sizes.Resolve(end[parameter]) is TensorFlow { Shape: { IsUnknown: false } shape })
                Parameters.Add(parameter.Name, TextOf(shape, $"{parameter.Name}Dims"));
        }

        if (StatedSignature.TextOf(method.GetReturnTypeAttributes(), symbols) is null && context.Returned is TensorFlow { Shape: { IsUnknown: false } result }
            && (result.HasRank ? result.Dims : result.Tail).All(size => size.IsKnown))
        {
            Result = TextOf(end.Sizes.Resolve(new TensorFlow(result, null)) is TensorFlow { Shape: var resolved } ? resolved : result, "rest");
        }

        return this;
    }

    private string TextOf(SymbolicShape shape, string open)
    {
        var dims = (shape.HasRank ? shape.Dims : shape.Tail).Select(TextOf);
        var text = string.Join(" ", shape.HasRank ? dims : dims.Prepend($"{open}..."));
        return text.Length == 0 ? "()" : text;
    }

    private string TextOf(SymbolicSize size)
    {
        if (size.Number is { } number)
            return $"{number}";
        if (size.Polynomial is not { } polynomial || polynomial.Atoms.Any(atom => atom.Dividend is not null))
            return NameOf($"?{_names.Count}", "n");
        if (polynomial.Terms is [{ Factor: 1, Atoms: [{ Text: var only }] }])
            return NameOf(only, only);
        return $"({string.Join(" + ", polynomial.Terms.Select(term => string.Join(" * ", new[] { $"{term.Factor}" }.Where(_ => term.Factor != 1 || term.Atoms.Count == 0).Concat(term.Atoms.Select(atom => NameOf(atom.Text, atom.Text))))))})";
    }

    /// <summary>A name that the shape language takes, the same for the same size.</summary>
    private string NameOf(string atom, string wanted)
    {
        if (_names.TryGetValue(atom, out var name))
            return name;
        wanted = string.Concat(wanted.Where(char.IsLetterOrDigit));
        wanted = wanted.Length == 0 || char.IsDigit(wanted[0]) ? $"n{wanted}" : char.ToLowerInvariant(wanted[0]) + wanted.Substring(1);
        name = wanted;
        for (var i = 1; _names.ContainsValue(name); i++)
            name = $"{wanted}{i}";
        _names.Add(atom, name);
        return name;
    }

    private sealed class EndListener : IFlowListener
    {
        public FlowState? End { get; private set; }

        public void On(FlowEvent happening) => End = happening is EndEvent ? End ?? happening.State : End;

        public FlowState Follow(FlowEvent happening, FlowState state) => state;
    }
}
