using System.Collections.Immutable;
using System.Linq;
using DslTensors.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslTensors.Analyzers.Training;

/// <summary>DSLT4011, DSLT4012, DSLT4013: evaluation in training mode, training in evaluation mode, evaluation that records.</summary>
internal sealed class ModeRule : FlowRule
{
    private static readonly string[] Evaluating = ["Eval", "Inference", "SetTraining"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = [TrainingDescriptors.Eval, TrainingDescriptors.Train, TrainingDescriptors.Record];

    public override void OnEnd(EndEvent end, FlowReport report)
    {
        var body = TrainingBody.Of(end);
        if (!body.Calls.Any(call => call.Kind is TrainingCallKind.Forward or TrainingCallKind.Eval or TrainingCallKind.Backward) || body.Names is not { } names)
            return;
        CheckEvaluation(body, names, report);
        CheckReturn(body, names, report);
        CheckRecording(body, names, report);
    }

    /// <summary>The model is run inside NoGrad, has layers that differ, and nobody calls Eval.</summary>
    private static void CheckEvaluation(TrainingBody body, CallNames names, FlowReport report)
    {
        foreach (var forward in body.Of(TrainingCallKind.Forward))
        {
            if (GradMode.At(forward.Syntax) is not { IsOff: true, Scope: { } scope } || GradMode.NameOf((InvocationExpressionSyntax)scope) == "Inference" || forward.Subject is not { } model)
                continue;
            if (TensorFacts.Unconverted(forward.Call.Instance)?.Type is not { } type || !ModuleTraits.Of(type).HasModes)
                continue;
            var isTrainedHere = body.Of(TrainingCallKind.Forward).Any(other => other.IsOn(model) && GradMode.At(other.Syntax) is { IsOn: true } && Loops.Around(other.Syntax) is { } loop
                && body.Of(TrainingCallKind.Backward).Any(backward => loop.Span.Contains(backward.Syntax.Span)));

            // Who evaluates in a method of its own may have the mode set by another one.
            var isHandled = isTrainedHere ? body.Of(TrainingCallKind.Eval).Any() || Evaluating.Any(word => names.Reaches(body.Root.Syntax, word)) : Evaluating.Any(names.Mentions) || !names.Mentions("Backward");
            if (isHandled)
                continue;
            report.At(
                TrainingDescriptors.Eval,
                forward.Syntax,
                [scope],
                GradMode.NameOf((InvocationExpressionSyntax)scope) == "NoGrad" ? SuggestedChange.Replacing(scope.Span, $"{model.Name}.Inference()", $"Open {model.Name}.Inference() instead") : null,
                $"'{model.Name}' is evaluated in training mode: it has layers, such as dropout, that differ, and nothing calls Eval(). Call {model.Name}.Eval() before and {model.Name}.Train() after it, or use 'using ({model.Name}.Inference())'");
            return;
        }
    }

    /// <summary>Eval in a loop that also trains, and nothing in the loop calls Train.</summary>
    private static void CheckReturn(TrainingBody body, CallNames names, FlowReport report)
    {
        foreach (var backward in body.Of(TrainingCallKind.Backward))
        {
            if (Loops.Outermost(backward.Syntax) is not { } loop || Loops.EndsAfter(backward.Syntax, loop) || names.Reaches(loop, "Train") || names.Reaches(loop, "SetTraining") || names.Reaches(loop, "Training"))
                continue;
            var eval = body.Of(TrainingCallKind.Eval).FirstOrDefault(call => loop.Span.Contains(call.Syntax.Span) && !IsFixed(call, body));
            var helper = eval is null
                ? loop.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => GradMode.NameOf(call) is not ("Eval" or "Forward") && names.Reaches(GradMode.NameOf(call), "Eval"))
                : null;
            if ((eval?.Syntax ?? helper) is not { } place || (eval is not null && TensorFacts.Unconverted(eval.Call.Arguments.FirstOrDefault()?.Value ?? eval.Call.Instance)?.Type is { } type && ModuleTraits.Of(type) is { HasModes: false, IsOpen: false }))
                continue;
            if (eval is null && !body.Of(TrainingCallKind.Forward).Any(call => TensorFacts.Unconverted(call.Call.Instance)?.Type is { } model && ModuleTraits.Of(model).HasModes))
                continue;
            report.At(
                TrainingDescriptors.Train,
                place,
                [backward.Syntax, loop],
                null,
                $"After this, the model stays in evaluation mode, and the next turns of the loop train it that way (line {LineOf.Node(backward.Syntax)}): dropout and batch normalization are off. Call Train() where training begins, or evaluate inside 'using (model.Inference())', which restores the mode");
            return;
        }
    }

    // A model that is only evaluated, a teacher or a target network, may well stay so.
    private static bool IsFixed(TrainingCall eval, TrainingBody body) =>
        eval.Subject is null || body.Of(TrainingCallKind.Forward).Where(call => call.IsOn(eval.Subject)).All(call => !GradMode.At(call.Syntax).IsOn);

    /// <summary>Eval, then the model in a loop that records, and nothing wants a gradient.</summary>
    private static void CheckRecording(TrainingBody body, CallNames names, FlowReport report)
    {
        foreach (var eval in body.Of(TrainingCallKind.Eval))
        {
            var forward = body.Of(TrainingCallKind.Forward).FirstOrDefault(call => call.IsOn(eval.Subject) && call.Syntax.SpanStart > eval.Syntax.SpanStart && Loops.Around(call.Syntax) is not null && GradMode.At(call.Syntax) is { IsOn: true, IsInLambda: false });
            if (forward is null || new[] { "Backward", "Grad", "RequiresGrad", "RegisterHook", "Train", "RegisterForwardHook" }.Any(word => names.Reaches(body.Root.Syntax, word)))
                continue;
            if (body.Root.Syntax.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.ValueText: var method } && names.MayRunInsideNoGrad(method))
                continue;
            report.At(
                TrainingDescriptors.Record,
                forward.Syntax,
                [eval.Syntax],
                SuggestedChange.Before(Loops.Outermost(forward.Syntax), "using var noGrad = Autograd.NoGrad();", "Evaluate inside NoGrad"),
                $"Eval() does not stop recording: each result of '{eval.Subject!.Name}' keeps what backward would need. Evaluate inside 'using (Autograd.NoGrad())', or 'using ({eval.Subject.Name}.Inference())'");
            return;
        }
    }
}
