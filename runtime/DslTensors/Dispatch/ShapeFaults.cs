namespace DslTensors;

/// <summary>The errors of generated shape checks.</summary>
public static class ShapeFaults
{
    /// <summary>An input has the wrong number of dimensions.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="signature">Its shapes.</param>
    /// <param name="input">The input's name.</param>
    /// <param name="tensor">The input.</param>
    /// <param name="expected">The number of dimensions it should have.</param>
    /// <param name="sentence">PyTorch's sentence, if it has one.</param>
    public static ShapeException Rank(string operation, string signature, string input, Tensor tensor, string expected, string? sentence) => new(
        $"{sentence ?? $"{operation}: expected '{input}' to have {expected} dimension(s), but got {tensor.Rank}"}{End(sentence)} " +
        $"{operation} takes \"{signature}\", and '{input}' has shape {tensor.Shape}. {Hint(tensor, expected)}");

    /// <summary>An input has a wrong size.</summary>
    /// <param name="operation">The operator.</param>
    /// <param name="signature">Its shapes.</param>
    /// <param name="input">The input's name.</param>
    /// <param name="tensor">The input.</param>
    /// <param name="expected">The sizes it should have: <c>b = 10, m = 5</c>.</param>
    /// <param name="sentence">PyTorch's sentence, if it has one.</param>
    public static ShapeException Size(string operation, string signature, string input, Tensor tensor, string expected, string? sentence) => new(
        $"{sentence ?? $"{operation}: the sizes of '{input}' do not fit"}{End(sentence)} " +
        $"{operation} takes \"{signature}\": '{input}' has shape {tensor.Shape}, where the other inputs ask for {expected}.");

    private static string End(string? sentence) => sentence is not null && sentence.EndsWith('.') ? "" : ".";

    private static string Hint(Tensor tensor, string expected) => int.TryParse(expected, out var rank) && tensor.Rank == rank - 1
        ? "Add a dimension with x.Unsqueeze(0), or use the operator for fewer dimensions."
        : "Bring it to that rank with Reshape, Unsqueeze or Flatten.";
}
