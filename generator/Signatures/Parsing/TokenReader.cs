using System.Collections.Generic;
using System.Globalization;

namespace DslTensors.Generator.Signatures;

/// <summary>The words of a text, read one by one. The first error stays; after it every reader gives up quietly.</summary>
internal sealed class TokenReader(string text)
{
    private readonly List<SignatureToken> _tokens = SignatureLexer.Tokenize(text);
    private int _index;

    public SignatureError? Error { get; private set; }

    public SignatureToken Current => _tokens[_index];

    /// <summary>The word before the current one: where something just read ends.</summary>
    public SignatureToken LastTaken => _index == 0 ? default : _tokens[_index - 1];

    public SignatureToken Following => _tokens[_index + 1 < _tokens.Count ? _index + 1 : _index];

    public string TextOf(SignatureToken token) => text.Substring(token.Start, token.Length);

    public bool At(TokenKind kind) => Current.Kind == kind;

    public SignatureToken Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
            _index++;
        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (!At(kind))
            return false;
        Take();
        return true;
    }

    /// <summary>A number that fits a size; otherwise an error and null.</summary>
    public int? TakeNumber()
    {
        var token = Take();
        if (int.TryParse(TextOf(token), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            return value;
        Fail(token, $"{TextOf(token)} is too large for a size; the largest is {int.MaxValue}");
        return null;
    }

    public void Fail(SignatureToken token, string message) => Fail(token.Start, token.Length, message);

    public void Fail(int position, int length, string message) => Error ??= new SignatureError(position, length, message);
}
