// Not compiled with the project: the number of a device's thread is an index of ILGPU, by which the launcher knows the extent.
using DslTensors;

namespace Mistakes.DSLT1007;

public static partial class Stencil
{
    [Kernel]
    public static void Halve(int index, float factor)
    {
    }
}
