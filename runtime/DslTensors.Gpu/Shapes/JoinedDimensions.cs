namespace DslTensors.Devices.Shapes;

/// <summary>Sizes that several tensors have in common, with neighbouring dimensions joined where they lie in each of them like one.</summary>
internal sealed class JoinedDimensions
{
    private readonly List<int> _sizes = [];
    private readonly List<int>[] _strides;

    /// <param name="sizes">The common sizes.</param>
    /// <param name="strides">The strides of each tensor.</param>
    public JoinedDimensions(ReadOnlySpan<int> sizes, params ReadOnlySpan<int[]> strides)
    {
        _strides = new List<int>[strides.Length];
        for (var i = 0; i < strides.Length; i++)
            _strides[i] = [];
        for (var dim = 0; dim < sizes.Length; dim++)
        {
            if (sizes[dim] == 1)
                continue;
            var joins = _sizes.Count > 0;
            for (var i = 0; i < strides.Length && joins; i++)
                joins = _strides[i][^1] == sizes[dim] * strides[i][dim];
            if (joins)
                _sizes[^1] *= sizes[dim];
            else
                _sizes.Add(sizes[dim]);
            for (var i = 0; i < strides.Length; i++)
            {
                if (joins)
                    _strides[i][^1] = strides[i][dim];
                else
                    _strides[i].Add(strides[i][dim]);
            }
        }

        if (_sizes.Count > 8)
            throw new DeviceException($"a kernel takes at most 8 dimensions that can't be joined, but the shape is {Shape.Format(sizes)}. Call Contiguous() on the inputs first.");
    }

    public Sizes8 Sizes => Sizes8.Of([.. _sizes]);

    public Strides8 Strides(int tensor, int origin) => Strides8.Of(origin, [.. _strides[tensor]]);
}
