namespace DslTensors;

/// <summary>Views that one operator returns together: as in PyTorch, none of them may be written in place where it would be recorded.</summary>
internal static class SeveralViews
{
    /// <summary>Marks the results of an operator.</summary>
    /// <param name="step">PyTorch's name of the operator's step.</param>
    /// <param name="views">The results.</param>
    /// <returns>The results.</returns>
    public static Tensor<T>[] Of<T>(string step, Tensor<T>[] views)
        where T : unmanaged
    {
        for (var i = 0; i < views.Length; i++)
            views[i].MarkOneOfSeveral(step, i);
        return views;
    }
}
