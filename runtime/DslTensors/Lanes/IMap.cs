namespace DslTensors.Lanes;

/// <summary>An elementwise function of one operand. Implementations are read-only structs whose fields are its scalar parameters.</summary>
public interface IMap1
{
    /// <summary>Computes the function on the elements of a lane.</summary>
    L Invoke<L>(L a)
        where L : struct, ILane<L>;
}

/// <summary>An elementwise function of two operands.</summary>
public interface IMap2
{
    /// <inheritdoc cref="IMap1.Invoke"/>
    L Invoke<L>(L a, L b)
        where L : struct, ILane<L>;
}

/// <summary>An elementwise function of three operands.</summary>
public interface IMap3
{
    /// <inheritdoc cref="IMap1.Invoke"/>
    L Invoke<L>(L a, L b, L c)
        where L : struct, ILane<L>;
}

/// <summary>An elementwise function of four operands.</summary>
public interface IMap4
{
    /// <inheritdoc cref="IMap1.Invoke"/>
    L Invoke<L>(L a, L b, L c, L d)
        where L : struct, ILane<L>;
}

/// <summary>An elementwise function of five operands.</summary>
public interface IMap5
{
    /// <inheritdoc cref="IMap1.Invoke"/>
    L Invoke<L>(L a, L b, L c, L d, L e)
        where L : struct, ILane<L>;
}

/// <summary>An elementwise function of six operands.</summary>
public interface IMap6
{
    /// <inheritdoc cref="IMap1.Invoke"/>
    L Invoke<L>(L a, L b, L c, L d, L e, L f)
        where L : struct, ILane<L>;
}
