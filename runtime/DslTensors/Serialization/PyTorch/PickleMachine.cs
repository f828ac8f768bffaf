using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DslTensors;

/// <summary>
/// Carries out the few pickle instructions that a file of tensors consists of. What they build are dictionaries, lists, tuples, texts,
/// numbers and tensors; whatever else a file asks for is refused by name.
/// </summary>
internal sealed partial class PickleMachine(ReadOnlyMemory<byte> program, PyTorchArchive archive)
{
    private static readonly object s_mark = new();
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<object?> _stack = [];
    private readonly List<object?> _memo = [];
    private int _at;

    /// <summary>The value that the whole program builds.</summary>
    /// <exception cref="StateDictException">The program is damaged, or asks for something that is no data.</exception>
    public object? Run()
    {
        while (true)
        {
            var position = _at;
            var opcode = (PickleOpcode)Byte();
            if (opcode == PickleOpcode.Stop)
            {
                var result = Pop();
                return _stack.Count == 0 ? result : throw Damage("ends with values left over");
            }

            if (!Load(opcode) && !Collect(opcode) && !Remember(opcode))
                throw Damage($"asks for instruction 0x{(byte)opcode:x2} at byte {position}, which no file of tensors needs");
        }
    }

    // Values.
    private bool Load(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto:
                if (Byte() is var version and (< 2 or > 5))
                    throw Damage($"is in version {version} of the format; 2 to 5 are known");
                return true;
            case PickleOpcode.Frame:
                Bytes(8);
                return true;
            case PickleOpcode.None:
                return Push(null);
            case PickleOpcode.NewTrue:
                return Push(true);
            case PickleOpcode.NewFalse:
                return Push(false);
            case PickleOpcode.BinInt:
                return Push((long)BinaryPrimitives.ReadInt32LittleEndian(Bytes(4)));
            case PickleOpcode.BinInt1:
                return Push((long)Byte());
            case PickleOpcode.BinInt2:
                return Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2)));
            case PickleOpcode.Long1:
                return Push(Integer(Bytes(Byte())));
            case PickleOpcode.BinFloat:
                return Push(BinaryPrimitives.ReadDoubleBigEndian(Bytes(8)));
            case PickleOpcode.BinUnicode:
                return Push(Text(Bytes(BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4)))));
            case PickleOpcode.ShortBinUnicode:
                return Push(Text(Bytes(Byte())));
            case PickleOpcode.Global:
                return Push(Global(Line(), Line()));
            case PickleOpcode.StackGlobal:
                var name = PopText();
                return Push(Global(PopText(), name));
            case PickleOpcode.BinPersId:
                return Push(Storage(Pop()));
            case PickleOpcode.Reduce:
                var arguments = Pop() as object?[] ?? throw Damage("calls something without a tuple of arguments");
                return Push(Call(Pop(), arguments));
            default:
                return false;
        }
    }

    // Collections.
    private bool Collect(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Mark:
                return Push(s_mark);
            case PickleOpcode.EmptyTuple:
                return Push(Array.Empty<object?>());
            case PickleOpcode.Tuple1:
                return Push(Take(1));
            case PickleOpcode.Tuple2:
                return Push(Take(2));
            case PickleOpcode.Tuple3:
                return Push(Take(3));
            case PickleOpcode.Tuple:
                return Push(TakeToMark());
            case PickleOpcode.EmptyList:
                return Push(new List<object?>());
            case PickleOpcode.EmptyDict:
                return Push(new OrderedDictionary<object, object?>());
            case PickleOpcode.Append:
                Append(Take(1));
                return true;
            case PickleOpcode.Appends:
                Append(TakeToMark());
                return true;
            case PickleOpcode.SetItem:
                SetItems(Take(2));
                return true;
            case PickleOpcode.SetItems:
                SetItems(TakeToMark());
                return true;
            case PickleOpcode.Build:
                Build(Pop());
                return true;
            default:
                return false;
        }
    }

    private bool Remember(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.BinPut:
                return Put(Byte());
            case PickleOpcode.LongBinPut:
                return Put(BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4)));
            case PickleOpcode.Memoize:
                return Put((uint)_memo.Count);
            case PickleOpcode.BinGet:
                return Push(Get(Byte()));
            case PickleOpcode.LongBinGet:
                return Push(Get(BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4))));
            default:
                return false;
        }
    }

    private PickleGlobal Global(string module, string name) => PickleGlobal.Find($"{module}.{name}")
        ?? throw Damage($"asks for '{module}.{name}'. Only tensors, numbers, texts, lists and dictionaries are read: save a state dict (torch.save(model.state_dict(), path)), not objects");

    private void Append(object?[] items)
    {
        if (Peek() is not List<object?> list)
            throw Damage("appends to something that is no list");
        list.AddRange(items);
    }

    private void SetItems(object?[] items)
    {
        if (Peek() is not OrderedDictionary<object, object?> dictionary || items.Length % 2 != 0)
            throw Damage("sets items of something that is no dictionary");
        for (var i = 0; i < items.Length; i += 2)
        {
            if (items[i] is not (string or long or bool or double))
                throw Damage("has a key that is neither a text nor a number");
            dictionary[items[i]!] = items[i + 1];
        }
    }

    // A state dict carries the versions of its modules as an attribute, which no value depends on.
    private void Build(object? state)
    {
        if (Peek() is not OrderedDictionary<object, object?> || state is not OrderedDictionary<object, object?>)
            throw Damage("sets attributes of something that is no dictionary");
    }

    private bool Push(object? value)
    {
        _stack.Add(value);
        return true;
    }

    private object? Peek() => _stack.Count > 0 ? _stack[^1] : throw Damage("takes more values than there are");

    private object? Pop() => Take(1)[0];

    private string PopText() => Pop() as string ?? throw Damage("names something by a value that is no text");

    private object?[] Take(int count)
    {
        if (_stack.Count < count || CollectionsMarshal.AsSpan(_stack)[^count..].Contains(s_mark))
            throw Damage("takes more values than there are");
        var taken = _stack.GetRange(_stack.Count - count, count).ToArray();
        _stack.RemoveRange(_stack.Count - count, count);
        return taken;
    }

    private object?[] TakeToMark()
    {
        var mark = _stack.LastIndexOf(s_mark);
        if (mark < 0)
            throw Damage("takes more values than there are");
        var taken = Take(_stack.Count - mark - 1);
        _stack.RemoveAt(mark);
        return taken;
    }

    private bool Put(uint index)
    {
        // Writers number what they remember one by one; a gap would let a short file ask for much memory.
        if (index > _memo.Count)
            throw Damage($"remembers value {index} before {_memo.Count}");
        if (index == _memo.Count)
            _memo.Add(null);
        _memo[(int)index] = Peek();
        return true;
    }

    private object? Get(uint index) => index < _memo.Count ? _memo[(int)index] : throw Damage($"recalls value {index}, which it never remembered");

    private byte Byte() => Bytes(1)[0];

    private ReadOnlySpan<byte> Bytes(uint count)
    {
        if (count > program.Length - _at)
            throw Damage("ends in the middle of an instruction");
        var bytes = program.Span.Slice(_at, (int)count);
        _at += (int)count;
        return bytes;
    }

    private string Line()
    {
        var length = program.Span[_at..].IndexOf((byte)'\n');
        if (length < 0)
            throw Damage("ends in the middle of a name");
        var text = Text(Bytes((uint)length));
        _at++;
        return text;
    }

    private string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Damage("has a text that is not valid UTF-8");
        }
    }

    private long Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > sizeof(long))
            throw Damage($"has an integer of {bytes.Length} bytes; up to 8 fit");
        var value = bytes.Length > 0 && (bytes[^1] & 0x80) != 0 ? -1L : 0L;
        for (var i = bytes.Length - 1; i >= 0; i--)
            value = (value << 8) | bytes[i];
        return value;
    }

    private StateDictException Damage(string problem) => archive.Damage($"its object description {problem}.");
}
