using System.Buffers;
using System.Buffers.Binary;
using System.Collections;
using System.Text;

namespace DslTensors;

/// <summary>Describes dictionaries, lists, texts, numbers and tensors in Python's pickle format, version 2.</summary>
internal sealed class PickleWriter
{
    private readonly ArrayBufferWriter<byte> _program = new();
    private readonly Dictionary<Storage, int> _keys = new(ReferenceEqualityComparer.Instance);

    public ReadOnlySpan<byte> Program => _program.WrittenSpan;

    /// <summary>The memory that the tensors lie in, each once and whole, by key.</summary>
    public List<Tensor> Storages { get; } = [];

    public void WriteAll(object? root)
    {
        Op(PickleOpcode.Proto);
        Raw(2);
        Write(root, "the object");
        Op(PickleOpcode.Stop);
    }

    private void Write(object? value, string place)
    {
        switch (value)
        {
            case null:
                Op(PickleOpcode.None);
                break;
            case bool truth:
                Op(truth ? PickleOpcode.NewTrue : PickleOpcode.NewFalse);
                break;
            case int number:
                WriteInteger(number);
                break;
            case long number:
                WriteInteger(number);
                break;
            case float number:
                WriteReal(number);
                break;
            case double number:
                WriteReal(number);
                break;
            case string text:
                WriteText(text);
                break;
            case Tensor tensor:
                WriteTensor(tensor, place);
                break;
            case IEnumerable<KeyValuePair<string, Tensor>> dict:
                WriteDictionary(dict.Select(pair => ((object)pair.Key, (object?)pair.Value)), place, isOrdered: true);
                break;
            case IEnumerable<KeyValuePair<string, object?>> dict:
                WriteDictionary(dict.Select(pair => ((object)pair.Key, pair.Value)), place, isOrdered: false);
                break;
            case IEnumerable<KeyValuePair<object, object?>> dict:
                WriteDictionary(dict.Select(pair => (pair.Key, pair.Value)), place, isOrdered: false);
                break;
            case object?[] tuple:
                Op(PickleOpcode.Mark);
                WriteItems(tuple, place);
                Op(PickleOpcode.Tuple);
                break;
            case IEnumerable list:
                Op(PickleOpcode.EmptyList);
                Op(PickleOpcode.Mark);
                WriteItems(list, place);
                Op(PickleOpcode.Appends);
                break;
            default:
                throw new StateDictException($"{place} is of type {value.GetType().Name}, which a .pt file has no form for. Tensors, numbers, texts, lists and dictionaries can be saved.");
        }
    }

    private void WriteItems(IEnumerable items, string place)
    {
        var index = 0;
        foreach (var item in items)
            Write(item, $"{place}[{index++}]");
    }

    private void WriteDictionary(IEnumerable<(object Key, object? Value)> items, string place, bool isOrdered)
    {
        if (isOrdered)
        {
            WriteGlobal("collections", "OrderedDict");
            Op(PickleOpcode.EmptyTuple);
            Op(PickleOpcode.Reduce);
        }
        else
        {
            Op(PickleOpcode.EmptyDict);
        }

        Op(PickleOpcode.Mark);
        foreach (var (key, value) in items)
        {
            if (key is not (string or int or long or bool or double))
                throw new StateDictException($"{place} has a key of type {key.GetType().Name}; texts and numbers can be saved.");
            Write(key, place);
            Write(value, $"{place}['{key}']");
        }

        Op(PickleOpcode.SetItems);
    }

    // torch._utils._rebuild_tensor_v2(storage, offset, sizes, strides, requires_grad, hooks)
    private void WriteTensor(Tensor tensor, string place)
    {
        if (StoredElement.Find(tensor.DType) is null)
            throw new StateDictException($"{place} is of type {tensor.DType}, which can't be saved. Convert it first: x.To<float>().");
        WriteGlobal("torch._utils", "_rebuild_tensor_v2");
        Op(PickleOpcode.Mark);
        WriteStorage(tensor);
        WriteInteger(tensor.Offset);
        WriteTuple(tensor.Layout.Sizes);
        WriteTuple(tensor.Layout.Strides);
        Op(PickleOpcode.NewFalse);
        WriteGlobal("collections", "OrderedDict");
        Op(PickleOpcode.EmptyTuple);
        Op(PickleOpcode.Reduce);
        Op(PickleOpcode.Tuple);
        Op(PickleOpcode.Reduce);
    }

    private void WriteStorage(Tensor tensor)
    {
        var storage = tensor.UntypedStorage;
        if (!_keys.TryGetValue(storage, out var key))
        {
            key = Storages.Count;
            _keys.Add(storage, key);
            Storages.Add(tensor.WholeStorage());
        }

        var type = PickleGlobal.StorageOf(tensor.DType).Name.Split('.');
        Op(PickleOpcode.Mark);
        WriteText("storage");
        WriteGlobal(type[0], type[1]);
        WriteText($"{key}");
        WriteText("cpu");
        WriteInteger(storage.Length);
        Op(PickleOpcode.Tuple);
        Op(PickleOpcode.BinPersId);
    }

    private void WriteTuple(int[] numbers)
    {
        Op(PickleOpcode.Mark);
        foreach (var number in numbers)
            WriteInteger(number);
        Op(PickleOpcode.Tuple);
    }

    private void WriteInteger(long number)
    {
        if (number is >= int.MinValue and <= int.MaxValue)
        {
            Op(PickleOpcode.BinInt);
            BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), (int)number);
            return;
        }

        Op(PickleOpcode.Long1);
        Raw(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), number);
    }

    private void WriteReal(double number)
    {
        Op(PickleOpcode.BinFloat);
        BinaryPrimitives.WriteDoubleBigEndian(Reserve(sizeof(double)), number);
    }

    private void WriteText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Op(PickleOpcode.BinUnicode);
        BinaryPrimitives.WriteInt32LittleEndian(Reserve(sizeof(int)), bytes.Length);
        _program.Write(bytes);
    }

    private void WriteGlobal(string module, string name)
    {
        Op(PickleOpcode.Global);
        _program.Write(Encoding.ASCII.GetBytes($"{module}\n{name}\n"));
    }

    private void Op(PickleOpcode opcode) => Raw((byte)opcode);

    private void Raw(byte value) => Reserve(1)[0] = value;

    private Span<byte> Reserve(int count)
    {
        var span = _program.GetSpan(count)[..count];
        _program.Advance(count);
        return span;
    }
}
