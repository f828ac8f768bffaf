using System.Collections.Generic;

namespace DslTensors.Generator.Signatures;

/// <summary>Splits a signature into words. Whatever it does not know becomes an <see cref="TokenKind.Invalid"/> word.</summary>
internal static class SignatureLexer
{
    /// <summary>All words of the text; the last one is <see cref="TokenKind.End"/>.</summary>
    public static List<SignatureToken> Tokenize(string text)
    {
        var tokens = new List<SignatureToken>();
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (position == text.Length)
                break;

            var token = Next(text, position);
            tokens.Add(token);
            position = token.End;
        }

        tokens.Add(new SignatureToken(TokenKind.End, text.Length, 0));
        return tokens;
    }

    private static SignatureToken Next(string text, int start)
    {
        var first = text[start];
        if (IsNameStart(first))
            return new SignatureToken(TokenKind.Name, start, RunLength(text, start, isName: true));
        if (IsDigit(first))
            return new SignatureToken(TokenKind.Number, start, RunLength(text, start, isName: false));
        if (first == '.')
        {
            var dots = 1;
            while (start + dots < text.Length && text[start + dots] == '.')
                dots++;
            return new SignatureToken(dots == 3 ? TokenKind.Dots : TokenKind.Invalid, start, dots);
        }

        if (first == '-' && start + 1 < text.Length && text[start + 1] == '>')
            return new SignatureToken(TokenKind.Arrow, start, 2);

        return new SignatureToken(KindOf(first), start, 1);
    }

    private static TokenKind KindOf(char character) => character switch
    {
        ',' => TokenKind.Comma,
        '[' => TokenKind.OpenBracket,
        ']' => TokenKind.CloseBracket,
        '(' => TokenKind.OpenParen,
        ')' => TokenKind.CloseParen,
        '+' => TokenKind.Plus,
        '-' => TokenKind.Minus,
        '*' => TokenKind.Star,
        '/' => TokenKind.Slash,
        '?' => TokenKind.Question,
        _ => TokenKind.Invalid,
    };

    private static int RunLength(string text, int start, bool isName)
    {
        var end = start + 1;
        while (end < text.Length && (IsDigit(text[end]) || (isName && IsNameStart(text[end]))))
            end++;
        return end - start;
    }

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
