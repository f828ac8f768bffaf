using System.Globalization;
using System.Text;

namespace DslTensors;

public sealed partial class Tensor<T>
{
    private const int ElementsInDebugger = 8;

    /// <summary>One line for the debugger: type, shape, the first elements, and where it stands in the graph.</summary>
    internal string DebuggerText
    {
        get
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"Tensor<{DType.ToString().ToLowerInvariant()}> {Shape}");
            if (Device.Backend is not null)
                text.Append(CultureInfo.InvariantCulture, $" on {Device}");
            else
                text.Append(CultureInfo.InvariantCulture, $" = {string.Join(", ", Flattened(ElementsInDebugger).Select(element => Convert.ToString((object)element, CultureInfo.InvariantCulture)))}{(Layout.Count > ElementsInDebugger ? ", ..." : "")}");
            if (GradFn is { } step)
                text.Append(CultureInfo.InvariantCulture, $", {step.Name}");
            else if (RequiresGrad)
                text.Append(Grad is null ? ", requires grad" : ", has a gradient");
            return text.ToString();
        }
    }

    /// <summary>The first elements in row-major order, without a copy of the rest.</summary>
    private IEnumerable<T> Flattened(int count)
    {
        var view = AsView();
        for (var i = 0; i < Math.Min(count, Layout.Count); i++)
        {
            var (offset, rest) = (view.Offset, i);
            for (var dim = Layout.Rank - 1; dim >= 0; dim--)
            {
                offset += rest % Layout.Sizes[dim] * Layout.Strides[dim];
                rest /= Layout.Sizes[dim];
            }

            yield return view.Array[offset];
        }
    }
}
