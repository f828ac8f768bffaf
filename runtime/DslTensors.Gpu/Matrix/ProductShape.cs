namespace DslTensors.Devices.Matrix;

/// <summary>A batch of matrices in memory.</summary>
internal struct MatrixPlaces
{
    public int Origin;
    public int Batch;
    public int Row;
    public int Column;

    public MatrixPlaces(int origin, int batch, int row, int column) => (Origin, Batch, Row, Column) = (origin, batch, row, column);

    public readonly int At(int batch, int row, int column) => Origin + (batch * Batch) + (row * Row) + (column * Column);
}

/// <summary>The sizes and places of a batch of matrix products.</summary>
internal struct ProductShape
{
    public int Batches;
    public int Rows;
    public int Inner;
    public int Columns;
    public MatrixPlaces Left;
    public MatrixPlaces Right;
    public MatrixPlaces Result;

    /// <summary>The stride of the offsets that are added to each row; 0 with <see cref="HasBias"/> 0.</summary>
    public int BiasOrigin;
    public int BiasStride;
    public int HasBias;
}
