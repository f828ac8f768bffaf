namespace DslTensors;

/// <summary>What each kind of position does.</summary>
internal sealed partial class IndexedPart<T>
{
    private void Apply(TensorIndex position, int rest, int place)
    {
        switch (position.Kind)
        {
            case IndexKind.Ellipsis:
                _dim += rest;
                break;
            case IndexKind.NewAxis:
                _view = _view.Unsqueeze(_dim++);
                break;
            case IndexKind.Single:
                _view = Selected(position.IndexIn(_view.Shape[_dim]), place);
                break;
            case IndexKind.Slice:
                Cut(position);
                break;
            case IndexKind.Mask:
                ApplyMask(position.Mask, place);
                break;
            case IndexKind.Indices when position.Indices.Rank == 0:
                _view = Selected((int)Math.Clamp(position.Indices.Item(), int.MinValue, int.MaxValue), place);
                break;
            default:
                Pick(position.Indices);
                break;
        }
    }

    private Tensor<T> Selected(int index, int place)
    {
        var size = _view.Shape[_dim];
        if (index >= size || index < -size)
            throw new DimensionException($"index {index} is out of bounds for dimension {place} with size {size}. The tensor has shape {_tensor.Shape}.");
        return _view.Select(_dim, index);
    }

    private void Cut(TensorIndex position)
    {
        var (start, length) = position.RangeIn(_view.Shape[_dim]);
        if (length != _view.Shape[_dim])
            _view = Operators.Slice.Apply(_view, _dim, start, length, position.Step);
        _dim++;
    }

    private void ApplyMask(Tensor<bool> mask, int place)
    {
        if (mask.Rank == 0)
        {
            _view = _view.Unsqueeze(_dim);
            Pick(mask.Item() ? Tensor.From([0L]) : Tensor.From<long>([]));
            return;
        }

        for (var i = 0; i < mask.Rank; i++)
        {
            if (mask.Shape[i] != _view.Shape[_dim + i])
            {
                throw new ShapeException(
                    $"The shape of the mask {mask.Shape} at index {i} does not match the shape of the indexed tensor {_view.Shape} at index {_dim + i}: " +
                    $"position {place} of the index has size {mask.Shape[i]} where the tensor has {_view.Shape[_dim + i]}.");
            }
        }

        foreach (var indices in mask.NonzeroAsTuple())
            Pick(indices);
    }

    private void Pick(Tensor<long> indices)
    {
        _picks ??= [];
        while (_picks.Count < _dim)
            _picks.Add(null);
        _picks.Add(indices);
        _dim++;
    }
}
