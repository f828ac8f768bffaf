namespace DslTensors;

/// <summary>Something is wrong with the use of a tensor. The message opens with PyTorch's sentence and ends with the fix.</summary>
public class TensorException : Exception
{
    /// <summary>Creates the exception.</summary>
    public TensorException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public TensorException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Shapes don't fit an operator.</summary>
public class ShapeException(string message) : TensorException(message);

/// <summary>A dimension, index or slice is out of range.</summary>
public class DimensionException(string message) : TensorException(message);

/// <summary>Gradients can't be computed, or would be wrong.</summary>
public class AutogradException : TensorException
{
    /// <summary>Creates the exception.</summary>
    public AutogradException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public AutogradException(string message, Exception inner)
        : base(message, inner)
    {
    }
}

/// <summary>Tensors lie on different devices, or a device can't do what was asked.</summary>
public class DeviceException(string message) : TensorException(message);
