using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2005: an index beyond a list of tensors, such as the parts of a split.</summary>
internal sealed class ListIndexRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [ShapeDescriptors.OutOfRange];

    public override void OnElement(ElementEvent element, FlowReport report)
    {
        if (element.List.Items is not { Count: > 0 and var count } items || (element.Index >= 0 && element.Index < count) || !items.All(item => item is TensorFlow))
            return;
        report.At(
            ShapeDescriptors.OutOfRange,
            element.Operation.Syntax,
            [((TensorFlow)items[0]).Origin],
            null,
            $"Index was outside the bounds of the array. There {(count == 1 ? "is 1 tensor" : $"are {count} tensors")} in the list, so that the last has the index {count - 1}. Change the index, or the number of parts");
    }
}
