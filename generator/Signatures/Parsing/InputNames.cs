using System.Collections.Generic;
using DslTensors.Generator.Models;

namespace DslTensors.Generator.Signatures;

/// <summary>What the inputs' names stand for, to refuse outputs that nothing could give a size to.</summary>
internal sealed class InputNames(TokenReader reader)
{
    private readonly HashSet<string> _rests = [];
    private readonly HashSet<string> _sizes = [];
    private bool _hasEllipsis;

    public bool IsRest(string name) => _rests.Contains(name);

    public bool IsSize(string name) => _sizes.Contains(name);

    public bool Bind(ShapePattern shape, SignatureToken start)
    {
        foreach (var dim in shape.Dims)
        {
            switch (dim)
            {
                case EllipsisDim:
                    _hasEllipsis = true;
                    break;
                case RestDim { Name: var name }:
                    _rests.Add(name);
                    break;
                case NamedDim { Name: var name }:
                    _sizes.Add(name);
                    break;
            }
        }

        return CheckKinds(shape.Dims, start);
    }

    public bool CheckOutput(EquatableArray<Dim> dims, SignatureToken start)
    {
        foreach (var dim in dims)
        {
            if (dim is EllipsisDim && !_hasEllipsis)
            {
                Fail(start, "'...' in a result needs '...' in an input; dimensions to keep are named, as in s...");
                return false;
            }
        }

        return CheckKinds(dims, start);
    }

    private bool CheckKinds(EquatableArray<Dim> dims, SignatureToken start)
    {
        foreach (var dim in dims)
        {
            if (dim is NamedDim { Name: var size } && _rests.Contains(size))
            {
                Fail(start, $"'{size}' is one size here and several dimensions ('{size}...') elsewhere; give one of them another name");
                return false;
            }

            if (dim is RestDim { Name: var rest } && _sizes.Contains(rest))
            {
                Fail(start, $"'{rest}...' is several dimensions here and '{rest}' one size elsewhere; give one of them another name");
                return false;
            }
        }

        return true;
    }

    // The whole shape is marked: it begins at its first word and ends before the word that comes next.
    private void Fail(SignatureToken start, string message) => reader.Fail(start.Start, reader.LastTaken.End - start.Start, message);
}
