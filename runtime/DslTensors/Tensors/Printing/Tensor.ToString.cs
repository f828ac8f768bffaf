using System.Globalization;

namespace DslTensors;

public sealed partial class Tensor<T>
{
    /// <summary>The elements, and type and history where they are not the usual ones, as PyTorch prints them.</summary>
    public override string ToString()
    {
        if (DType.IsFloatingPoint())
            return TensorText.Write(this, Detach().Cpu().To<double>().ToArray());
        return TensorText.Write(this, Array.ConvertAll(ToArray(), element => Convert.ToString((object)element, CultureInfo.InvariantCulture)!));
    }
}
