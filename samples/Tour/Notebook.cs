using System.Runtime.CompilerServices;
using DslTensors;

namespace Tour;

/// <summary>Writes program lines as they stand in the source, each followed by its result.</summary>
/// <param name="output">Where to.</param>
internal sealed class Notebook(TextWriter output)
{
    /// <summary>The title of what follows.</summary>
    public void Title(string title) => output.WriteLine($"\n## {title}\n");

    /// <summary>A line that names a tensor: the program, then the tensor.</summary>
    public void Let<T>(out Tensor<T> name, Tensor<T> value, [CallerArgumentExpression(nameof(name))] string declaration = "", [CallerArgumentExpression(nameof(value))] string program = "")
        where T : unmanaged
    {
        name = value;
        Write($"{declaration.Replace("out ", "")} = {program};", value);
    }

    /// <summary>A line whose value is of interest: the program, then the value.</summary>
    public void Show(object value, [CallerArgumentExpression(nameof(value))] string program = "") => Write(program, value);

    /// <summary>A line that is refused: the program, then the error.</summary>
    public void Refuse(Func<object> call, [CallerArgumentExpression(nameof(call))] string program = "")
    {
        var line = program.Replace("() => ", "");
        try
        {
            Write(line, call());
        }
        catch (TensorException refusal)
        {
            Write(line, $"{refusal.GetType().Name}: {refusal.Message}");
        }
    }

    private void Write(string program, object value) => output.WriteLine($"> {program}\n{value}\n");
}
