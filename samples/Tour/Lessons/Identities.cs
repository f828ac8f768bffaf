using DslTensors;

namespace Tour.Lessons;

/// <summary>Ones on the diagonal.</summary>
internal static class Identities
{
    public static void Run(Notebook notebook)
    {
        notebook.Title("eye: ones on the diagonal");
        notebook.Show(Tensor.Eye(2));
        notebook.Show(Tensor.Eye(3, 4));
    }
}
