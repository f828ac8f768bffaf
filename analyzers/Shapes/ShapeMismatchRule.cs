using System;
using System.Collections.Generic;
using System.Linq;
using DslTensors.Analyzers.Flow;
using DslTensors.Generator.Signatures;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Shapes;

/// <summary>DSLT2001: the shapes given to an operator cannot fit its signature, so the call throws whenever it runs.</summary>
internal sealed class ShapeMismatchRule : FlowRule
{
    public const string Id = "DSLT2001";

    private static readonly DiagnosticDescriptor Rule = new(
        Id,
        "The shapes do not fit the operator",
        "{0}",
        RuleCategory.Shapes,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The operator's signature cannot hold for the shapes that reach this call, so it throws at run time.",
        helpLinkUri: RuleHelp.LinkTo(Id));

    public override DiagnosticDescriptor Descriptor => Rule;

    public override void OnCall(ShapedCall call, Action<Diagnostic> report)
    {
        if (!call.Signature.IsOperator || call.Result.Mismatch is not { } mismatch)
            return;

        var places = new MismatchPlaces(call, mismatch);
        var text = RuntimeTexts.For(call, mismatch, places);
        var message = $"{(text is null ? "" : $"{text.TrimEnd('.')}. ")}{MismatchSentence.For(call, mismatch, places)}. {MismatchFix.For(call, mismatch, places)}";
        report(Diagnostic.Create(Rule, call.Operation.Syntax.GetLocation(), Origins(call, places), message));
    }

    /// <summary>Where each shape was made, the one that does not fit first.</summary>
    private static IEnumerable<Location> Origins(ShapedCall call, MismatchPlaces places) => new[] { places.Found, places.Other }
        .Select(tensor => tensor?.Origin)
        .Where(origin => origin is not null && origin != call.Operation.Syntax)
        .Distinct()
        .Select(origin => origin!.GetLocation());
}
