namespace DslTensors;

/// <summary>Cuts a text into fields, one after the other.</summary>
internal sealed class CsvFields(TextReader text, string name, char separator)
{
    /// <summary>No number and no name is longer: a quote that is never closed must not swallow the file.</summary>
    private const int Longest = 1 << 16;

    private readonly char[] _buffer = new char[1 << 14];
    private char[] _field = new char[64];
    private int _length;
    private int _next;
    private int _end;
    private int _nextLine = 1;
    private bool _isFirstOfLine = true;
    private bool _wasQuoted;

    /// <summary>The line that the field begins in, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether the field is the last of its line.</summary>
    public bool EndsLine { get; private set; }

    /// <summary>Whether the field is all that the line has, and nothing.</summary>
    public bool IsEmptyLine { get; private set; }

    /// <summary>The field without its quotes, or without white space around it.</summary>
    public ReadOnlySpan<char> Field => _wasQuoted ? _field.AsSpan(0, _length) : _field.AsSpan(0, _length).Trim();

    /// <summary>Goes on to the next field.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        (_length, _wasQuoted, Line) = (0, false, _nextLine);
        var isFirst = _isFirstOfLine;
        if (isFirst && Peek() < 0)
            return false;
        SkipBlanks();
        if (Peek() == '"')
            ReadQuoted();
        while (Peek() is var character && character >= 0 && character != separator && character is not ('\n' or '\r'))
        {
            if (_wasQuoted && !char.IsWhiteSpace((char)character))
                throw Damage("something follows the closing quote. A quote inside of a field is written twice.");
            if (!_wasQuoted)
                Append((char)character);
            _next++;
        }

        EndsLine = Peek() != separator;
        _isFirstOfLine = EndsLine;
        if (EndsLine)
            PassLineEnd();
        else
            _next++;
        IsEmptyLine = isFirst && EndsLine && !_wasQuoted && Field.IsEmpty;
        return true;
    }

    /// <summary>Whether only empty lines follow.</summary>
    public bool IsEmptyToTheEnd()
    {
        while (Next())
        {
            if (!IsEmptyLine)
                return false;
        }

        return true;
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' && Peek() != separator)
            _next++;
    }

    private void ReadQuoted()
    {
        _next++;
        while (true)
        {
            var character = Peek();
            if (character < 0)
                throw Damage("the quote is not closed before the end.");
            _next++;
            if (character == '"')
            {
                if (Peek() != '"')
                    break;
                _next++;
            }

            if (character == '\n')
                _nextLine++;
            Append((char)character);
        }

        _wasQuoted = true;
    }

    private void PassLineEnd()
    {
        if (Peek() == '\r')
        {
            _next++;
            if (Peek() == '\n')
                _next++;
        }
        else if (Peek() == '\n')
        {
            _next++;
        }

        _nextLine++;
    }

    private int Peek()
    {
        if (_next == _end)
        {
            (_next, _end) = (0, text.Read(_buffer));
            if (_end == 0)
                return -1;
        }

        return _buffer[_next];
    }

    private void Append(char character)
    {
        if (_length == Longest)
            throw Damage($"the field is longer than {Longest} characters. Is a quote not closed, or the separator another?");
        if (_length == _field.Length)
            Array.Resize(ref _field, _length * 2);
        _field[_length++] = character;
    }

    private DataFileException Damage(string problem) => new($"{name}, line {Line}: {problem}") { Line = Line };
}
