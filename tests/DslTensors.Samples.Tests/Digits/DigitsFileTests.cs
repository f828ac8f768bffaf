using System.IO.Compression;
using System.Text;
using Digits;
using Digits.Input;

namespace DslTensors.Samples.Tests.Digits;

public sealed class DigitsFileTests : IDisposable
{
    static readonly string GoodRow = string.Join(',', Enumerable.Range(0, 64).Select(i => i % 17)) + ",7";

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_of_the_sample_has_1797_digits_of_64_pixels()
    {
        var digits = DigitsFile.Read(DigitsOptions.DefaultData);
        var (pixels, labels) = (digits.Images.ToArray(), digits.Labels.ToArray());

        Assert.Equal([1797, 64], digits.Images.Shape.ToArray());
        Assert.Equal(1797, digits.Count);
        Assert.Equal(1797, digits.Rows[^1].Item());
        Assert.Equal([0f, 0, 5, 13, 9, 1, 0, 0], pixels[..8]);
        Assert.Equal([0L, 1, 2, 3, 4, 5, 6, 7, 8, 9], labels[..10]);
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], Enumerable.Range(0, 10).Select(digit => labels.Count(label => label == digit)));
        Assert.Equal(561718, pixels.Sum(pixel => (long)pixel));
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\n", "\n")]
    [InlineData("\r\n", "\r\n")]
    public void Plain_and_compressed_text_read_alike(string newline, string end)
    {
        string text = string.Join(newline, Enumerable.Repeat(GoodRow, 6)) + end;
        string compressed = _folder.Path("digits.bin");
        using (var gzip = new GZipStream(File.Create(compressed), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));

        foreach (string path in new[] { _folder.Write("digits.csv", text), compressed })
        {
            var digits = DigitsFile.Read(path);
            Assert.Equal(Enumerable.Repeat(7L, 6), digits.Labels.ToArray());
            Assert.Equal(Enumerable.Range(0, 6 * 64).Select(i => (float)(i % 64 % 17)), digits.Images.ToArray());
        }
    }

    [Theory]
    [InlineData(3, 65, null, "line 3, column 65: missing; the line has 64 fields, and the first has 65.")]
    [InlineData(2, 66, "1", "line 2, column 66: the line has more fields than the first, which has 65.")]
    [InlineData(1, 5, "17", "line 1, column 5: pixel 17 is out of range; a pixel is 0 to 16.")]
    [InlineData(4, 64, "-1", "line 4, column 64: pixel -1 is out of range; a pixel is 0 to 16.")]
    [InlineData(6, 1, "seven", "line 6, column 1: 'seven' is not a number of type Int32.")]
    [InlineData(6, 2, "", "line 6, column 2: '' is not a number of type Int32.")]
    [InlineData(6, 3, "0.5", "line 6, column 3: '0.5' is not a number of type Int32.")]
    [InlineData(6, 4, "99999999999", "line 6, column 4: '99999999999' is not a number of type Int32.")]
    [InlineData(2, 65, "10", "line 2, column 65: label 10 is out of range; a label is 0 to 9.")]
    [InlineData(2, 65, "x\u001b[31my", "line 2, column 65: 'x?[31my' is not a number of type Int32.")]
    public void A_faulty_field_is_named_by_file_line_and_column(int row, int column, string? field, string message)
    {
        string path = _folder.Write("faulty.csv", TextWith(row, column, field));

        var exception = Assert.Throws<DataFileException>(() => DigitsFile.Read(path));

        Assert.Equal($"{path}, {message}", exception.Message);
    }

    [Fact]
    public void An_empty_line_between_rows_is_faulty()
    {
        string path = _folder.Write("gap.csv", $"{GoodRow}\n\n{GoodRow}\n");

        Assert.StartsWith($"{path}, line 2, column 1: the line is empty.", Assert.Throws<DataFileException>(() => DigitsFile.Read(path)).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Too_few_digits_are_refused(int count)
    {
        string path = _folder.Write("few.csv", string.Concat(Enumerable.Repeat(GoodRow + "\n", count)));

        Assert.StartsWith($"{path}: has {count} digits; at least 5", Assert.Throws<DataFileException>(() => DigitsFile.Read(path)).Message);
    }

    [Fact]
    public void A_missing_file_a_directory_and_damaged_data_are_named()
    {
        string missing = _folder.Path("missing.csv");
        string damaged = _folder.Path("damaged.csv.gz");
        byte[] bytes = File.ReadAllBytes(DigitsOptions.DefaultData);
        bytes.AsSpan(1000, 2000).Fill(0xff);
        File.WriteAllBytes(damaged, bytes);

        Assert.StartsWith($"{missing}: no such file.", Assert.Throws<DataFileException>(() => DigitsFile.Read(missing)).Message);
        Assert.StartsWith($"{_folder.Root}: is a directory", Assert.Throws<DataFileException>(() => DigitsFile.Read(_folder.Root)).Message);
        Assert.StartsWith($"{damaged}", Assert.Throws<DataFileException>(() => DigitsFile.Read(damaged)).Message);
    }

    // Six good rows, of which one field is replaced, appended, or (null) left out.
    static string TextWith(int row, int column, string? field)
    {
        var lines = Enumerable.Repeat(GoodRow, 6).ToArray();
        var fields = GoodRow.Split(',').ToList();
        fields.RemoveRange(column - 1, Math.Min(1, fields.Count - (column - 1)));
        if (field is not null)
            fields.Insert(column - 1, field);
        lines[row - 1] = string.Join(',', fields);
        return string.Join('\n', lines) + "\n";
    }
}
