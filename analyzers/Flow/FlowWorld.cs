using Microsoft.CodeAnalysis;

namespace DslTensors.Analyzers.Flow;

/// <summary>What all analyses of one compilation share; everything in it may be asked from several threads.</summary>
internal sealed class FlowWorld
{
    public FlowWorld(Compilation compilation, TensorSymbols symbols)
    {
        Symbols = symbols;
        Signatures = new CallSignatures(symbols);
        DeclaredShapes = new DeclaredShapes(symbols);
        Bodies = new SourceBodies(compilation);
        Writes = new MemberWrites(compilation);
        Members = new MemberValues(this);
        Summaries = new MethodSummaries(this);
        Gradients = new GradientSummaries(this);
        Modules = new ModuleCreation(this);
    }

    public TensorSymbols Symbols { get; }

    public CallSignatures Signatures { get; }

    public Evaluations Evaluations { get; } = new();

    public DeclaredShapes DeclaredShapes { get; }

    public SourceBodies Bodies { get; }

    public MemberWrites Writes { get; }

    public MemberValues Members { get; }

    public MethodSummaries Summaries { get; }

    public GradientSummaries Gradients { get; }

    public ModuleCreation Modules { get; }
}
