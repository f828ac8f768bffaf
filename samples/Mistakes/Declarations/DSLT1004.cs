// Not compiled with the project: a body without a derivative and without vectors.
using DslTensors;

namespace Mistakes.DSLT1004;

public static partial class Functions
{
    [Elementwise]
    private static float Noisy(float x) => x + Random.Shared.NextSingle();
}
