using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4020: the first ManualSeed of a method comes after the only models that it makes.</summary>
internal sealed class SeedRule : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Seed];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        if (body.Of(TrainingCallKind.Seed).FirstOrDefault() is not { } seed || Loops.Around(seed.Syntax) is not null)
            return;
        var models = body.Operations.OfType<IObjectCreationOperation>().Where(creation => ModuleTraits.IsModule(creation.Type) && IsDrawn(creation)).ToList();
        if (models.Count == 0 || models.Any(model => model.Syntax.SpanStart > seed.Syntax.SpanStart || Loops.Around(model.Syntax) is not null))
            return;
        report.At(
            TrainingDescriptors.Seed,
            seed.Syntax,
            [models[0].Syntax],
            null,
            $"The weights of the model on line {LineOf.Node(models[0].Syntax)} were drawn before this seed was set, so they differ from run to run. Call ManualSeed first");
    }

    private static bool IsDrawn(IObjectCreationOperation creation) => ModuleTraits.Of(creation.Type!) is { HasParameters: true };
}
