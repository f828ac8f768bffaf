namespace DslTensors;

/// <summary>A state dict does not fit a module, or a file of tensors is damaged. Whatever was to be loaded into is unchanged.</summary>
public class StateDictException : TensorException
{
    /// <summary>Creates the exception.</summary>
    public StateDictException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public StateDictException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
