namespace DslTensors.Generator.Emission;

/// <summary>Puts an empty line between members, and none before the first.</summary>
internal sealed class MemberSeparator(SourceWriter writer)
{
    private bool _hasMember;

    public SourceWriter Next()
    {
        if (_hasMember)
            writer.Line();
        _hasMember = true;
        return writer;
    }
}
