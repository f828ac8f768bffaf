using System.Collections.Generic;
using System.Linq;
using DslTensors.Generator.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DslTensors.Analyzers.Flow;

/// <summary>Records of sizes and tensors, whose members keep what they were made with.</summary>
internal sealed partial class OperationEvaluator
{
    private FlowValue? CreatedRecord(IObjectCreationOperation operation, List<GivenArgument> given) => operation.Type is { IsRecord: true, DeclaringSyntaxReferences.IsEmpty: false } type
        ? context.World.Modules.Create(type, operation.Constructor, given.Select(item => item with { Value = State.Sizes.Resolve(item.Value) }).ToList(), operation.Syntax)
        : null;

    /// <summary>A member that is set while an object is made: <c>with { Width = 4 }</c>.</summary>
    private void Complete(IFlowCaptureReferenceOperation made, IPropertySymbol property, FlowValue value)
    {
        if (State[made.Id] is not ModuleFlow { Type.IsRecord: true } record)
            return;
        var name = MemberValues.NameOf(property);
        State = State.With(made.Id, record with
        {
            Arguments = record.Arguments.Where(argument => argument.Name != name).Append(new NamedFlow(name, State.Sizes.Resolve(value))).ToEquatableArray(),
        });
    }

    /// <summary>The parts that a record is taken apart into by what the compiler writes; null for another.</summary>
    private static EquatableArray<FlowValue>? PartsOf(FlowValue value, int count)
    {
        if (value is not ModuleFlow { Type: { IsRecord: true } type } record || type.GetMembers("Deconstruct").ToList() is not [IMethodSymbol { IsImplicitlyDeclared: true, Parameters: var parameters }] || parameters.Length != count)
            return null;
        return parameters.Select(parameter => record[parameter.Name]).ToEquatableArray();
    }
}
