using System.Runtime.CompilerServices;

namespace DslTensors;

/// <summary>Runs a module once and notes the shape of what each module below it returns.</summary>
internal static class SummaryRun
{
    public static string Of(Module module, string inputShape, Func<Tensor, object?> call, Tensor input)
    {
        var outputs = new Dictionary<Module, string>(ReferenceEqualityComparer.Instance);
        var random = RandomSource.Default.GetState();
        var handles = module.Modules().Select(part => part.RegisterForwardHook((owner, _, output) =>
        {
            outputs[owner] = Describe(output);
            return null;
        })).ToList();
        try
        {
            using (module.Inference())
                call(input);
        }
        finally
        {
            handles.ForEach(static handle => handle.Remove());
            RandomSource.Default.SetState(random);
        }

        return SummaryTable.Of(module, outputs, inputShape);
    }

    private static string Describe(object? output) => output switch
    {
        Tensor tensor => tensor.Shape.ToString(),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Describe(tuple[i])))})",
        IEnumerable<Tensor> tensors => $"[{string.Join(", ", tensors.Select(Describe))}]",
        _ => "-",
    };
}
