namespace DslTensors.Cpu;

/// <summary>Work on the numbers from one bound to another that may be done in parts, at once and in any order.</summary>
public interface IRangeBody
{
    /// <summary>Does the part from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    void Run(int from, int to);
}
