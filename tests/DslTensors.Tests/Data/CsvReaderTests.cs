using System.Globalization;
using System.IO.Compression;
using System.Text;
using DslTensors.Tests.Serialization;

namespace DslTensors.Tests.Data;

public sealed class CsvReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1,2\n3,4")]
    [InlineData("1,2\n3,4\n")]
    [InlineData("1,2\r\n3,4\r\n\r\n")]
    [InlineData("1,2\r3,4\r")]
    [InlineData(" 1 ,\t2\n\"3\",\"4\"\n \n")]
    [InlineData("\uFEFF1,2\n3e0,0.4e1\n")]
    public void Lines_are_rows(string text)
    {
        var path = _folder.File("table.csv", Encoding.UTF8.GetBytes(text));
        var table = CsvReader.Read<float>(path);
        Assert.Equal([2, 2], table.Values.Shape.ToArray());
        Assert.Equal([1, 2, 3, 4], table.Values.ToArray());
        Assert.Empty(table.Header);

        using (var gzip = new GZipStream(File.Create(_folder.File("packed")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        Assert.Equal([1, 2, 3, 4], CsvReader.Read<float>(_folder.File("packed")).Values.ToArray());
    }

    [Fact]
    public void Names_of_columns_may_be_quoted_and_long_tables_cross_buffers()
    {
        var text = new StringBuilder("x;\"a; \"\"b\"\"\nc\"; y \n");
        for (var i = 0; i < 20_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"{i};{i * 0.5};-{i}\n");
        var table = CsvReader.Read<double>(new StringReader(text.ToString()), hasHeader: true, separator: ';');
        Assert.Equal(["x", "a; \"b\"\nc", "y"], table.Header);
        Assert.Equal([20_000, 3], table.Values.Shape.ToArray());
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => i * 0.5), table["a; \"b\"\nc"].ToArray());
        Assert.StartsWith("No columns are named 'z'. The table has 'x', ", Assert.Throws<DimensionException>(() => table["z"]).Message);
    }

    [Fact]
    public void Numbers_are_read_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (german.NumberFormat.NumberDecimalSeparator, german.NumberFormat.NumberGroupSeparator) = (",", ".");
            CultureInfo.CurrentCulture = german;
            Assert.Equal([1.5], CsvReader.Read<double>(new StringReader("1.5")).Values.ToArray());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1,2\n3,x\n", "line 2, column 2: 'x' is not a number of type Float32.")]
    [InlineData("1,2\n3,\n", "line 2, column 2: '' is not a number of type Float32.")]
    [InlineData("1,2\n3\n", "line 2, column 2: missing; the line has 1 fields, and the first has 2.")]
    [InlineData("1,2\n3,4,5\n", "line 2, column 3: the line has more fields than the first, which has 2.")]
    [InlineData("1,2\n\n3,4\n", "line 2, column 1: the line is empty.")]
    [InlineData("1,2\n\"3\" 4,5\n", "line 2: something follows the closing quote.")]
    [InlineData("1,2\n\"3,4\n5,6", "line 2: the quote is not closed before the end.")]
    [InlineData("1\u001b[31m2", "line 1, column 1: '1?[31m2' is not a number of type Float32.")]
    [InlineData("123456789012345678901x", "line 1, column 1: '12345678901234567890...' is not a number of type Float32.")]
    public void A_fault_is_named_by_line_column_and_value(string text, string message)
    {
        var exception = Assert.Throws<DataFileException>(() => CsvReader.Read<float>(new StringReader(text), "t.csv"));
        Assert.StartsWith($"t.csv, {message}", exception.Message);
        Assert.True(exception.Line > 0);
    }

    [Fact]
    public void Integers_and_named_columns_are_told()
    {
        Assert.StartsWith("CSV, line 2, column 1 ('age'): '1.5' is not a number of type Int64.", Fault<long>("age\n1.5"));
        Assert.StartsWith("CSV, line 2, column 1 ('age'): '300' is not a number of type UInt8.", Fault<byte>("age\n300"));
        Assert.StartsWith("CSV, line 2, column 2: the line has more fields than the first, which has 1.", Fault<byte>("age\n30,1"));
        Assert.StartsWith("CSV, line 1: the field is longer than 65536 characters.", Fault<byte>(new string('a', 70_000)));

        static string Fault<T>(string text)
            where T : unmanaged, System.Numerics.INumber<T> => Assert.Throws<DataFileException>(() => CsvReader.Read<T>(new StringReader(text), hasHeader: true)).Message;
    }

    [Fact]
    public void An_empty_file_has_no_rows_and_damaged_compression_is_told()
    {
        Assert.Equal([0, 0], CsvReader.Read<float>(new StringReader("\n\n")).Values.Shape.ToArray());
        Assert.Equal([0, 2], CsvReader.Read<float>(new StringReader("a,b\n"), hasHeader: true).Values.Shape.ToArray());
        Assert.Contains("the compressed data are damaged", Assert.Throws<DataFileException>(() => CsvReader.Read<float>(_folder.File("x", [0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 255, 255, 255]))).Message);
    }
}
