using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// A rule that reads what the one flow analysis of a method finds. A new rule is a class that overrides the events it is about, and a line
/// in <see cref="FlowRules"/>. Events come once, in the order of the code, when all values are settled; a rule keeps nothing in its fields,
/// since methods are analysed side by side. See README.md beside this folder.
/// </summary>
internal abstract class FlowRule
{
    /// <summary>What the rule may report.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Whether the rule takes part in a compilation; one that is off by default looks whether it was switched on.</summary>
    public virtual bool IsOn(Compilation compilation, SyntaxTree tree, CancellationToken cancellation) => true;

    /// <summary>A call of a method, an operator symbol or an indexer.</summary>
    public virtual void OnCall(CallEvent call, FlowReport report)
    {
    }

    /// <summary>A new object.</summary>
    public virtual void OnCreation(CreationEvent creation, FlowReport report)
    {
    }

    /// <summary>An assignment to whatever can be assigned to.</summary>
    public virtual void OnAssignment(AssignmentEvent assignment, FlowReport report)
    {
    }

    /// <summary>A read of a property or a field.</summary>
    public virtual void OnRead(ReadEvent read, FlowReport report)
    {
    }

    /// <summary>An element of an array or a list.</summary>
    public virtual void OnElement(ElementEvent element, FlowReport report)
    {
    }

    /// <summary>A value that is returned.</summary>
    public virtual void OnReturn(ReturnEvent returned, FlowReport report)
    {
    }

    /// <summary>The end of a method's analysis.</summary>
    public virtual void OnEnd(EndEvent end, FlowReport report)
    {
    }

    /// <summary>
    /// For a rule that follows more than shapes: the state after an event, with facts of the rule's own under keys of its own
    /// (<c>state.With(key, value)</c>). Runs in every pass over a loop, so it reports nothing. Where two ways meet, a fact stays if both ways agree
    /// on it or if its <see cref="FlowValue.Join"/> says so.
    /// </summary>
    public virtual FlowState Follow(FlowEvent happening, FlowState state) => state;
}
