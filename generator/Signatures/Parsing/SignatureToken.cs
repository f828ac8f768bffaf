namespace DslTensors.Generator.Signatures;

internal enum TokenKind
{
    Name,
    Number,
    Dots,
    Arrow,
    Comma,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    Plus,
    Minus,
    Star,
    Slash,
    Question,
    End,
    Invalid,
}

/// <summary>A word of a signature and where it stands.</summary>
internal readonly record struct SignatureToken(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
