using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DslTensors;

/// <summary>
/// What <c>torch.save</c> wrote or <c>torch.load</c> is to read: dictionaries, lists, tuples, texts, numbers and tensors in any nesting,
/// e.g. <c>{"model": ..., "optimizer": ..., "epoch": 7}</c>. Nothing in a file is executed.
/// </summary>
/// <param name="root">
/// The outermost value: a dictionary (<see cref="DslTensors.StateDict"/>, or one from string or object to object), a list, an array (which
/// becomes a tuple), a string, number, boolean or tensor.
/// </param>
public sealed class Checkpoint(object? root)
{
    /// <summary>
    /// The outermost value. As read: <c>IReadOnlyDictionary&lt;object, object?&gt;</c> in the file's order, <c>List&lt;object?&gt;</c>,
    /// <c>object?[]</c> for a tuple, <c>string</c>, <c>long</c>, <c>double</c>, <c>bool</c>, <see cref="Tensor"/> or <see langword="null"/>.
    /// </summary>
    public object? Root { get; } = root;

    /// <summary>Reads a file that <c>torch.save</c> wrote (PyTorch 1.6 or later).</summary>
    /// <exception cref="StateDictException">The file is damaged, is none of these, or asks for something that is no data.</exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    public static Checkpoint Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (PyTorchFile.IsLegacy(start))
            throw new StateDictException($"{path}: this file is in the form that PyTorch wrote before version 1.6. Load it with PyTorch and save it again.");
        if (!PyTorchFile.IsArchive(start))
            throw new StateDictException($"{path}: this is no file of torch.save: it does not begin as a zip archive. StateDict.Load reads safetensors.");
        return new Checkpoint(PyTorchFile.Read(stream, path));
    }

    /// <summary>Writes a file that <c>torch.load</c> reads, also with <c>weights_only=True</c>. The file appears complete or not at all.</summary>
    /// <exception cref="StateDictException">A value has no form in such a file.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => PyTorchFile.Write(Root, stream, path));
    }

    /// <summary>The tensors of a dictionary, e.g. <c>checkpoint.StateDict("model")</c>.</summary>
    /// <param name="path">Keys and positions from the outside, with points between them; empty for the outermost value.</param>
    /// <exception cref="StateDictException">There is nothing at that place, or something else than tensors by name.</exception>
    public StateDict StateDict(string path = "")
    {
        if (At(path) is DslTensors.StateDict own)
            return own;
        if (At(path) is not IEnumerable<KeyValuePair<object, object?>> dictionary)
            throw new StateDictException($"{Place(path)} is {Describe(At(path))}, not a dictionary of tensors. {Content(Root)}");
        var dict = new DslTensors.StateDict();
        foreach (var (key, value) in dictionary)
        {
            if (key is not string name || value is not Tensor tensor)
                throw new StateDictException($"{Place(path)} has {Describe(value)} at '{key}', so it is no state dict. {Content(dictionary)} Name the part that is one: checkpoint.StateDict(\"model\").");
            dict.Add(name, tensor);
        }

        return dict;
    }

    /// <summary>A dictionary of any values, e.g. <c>optimizer.LoadStateDict(checkpoint.Dictionary("optimizer"))</c>.</summary>
    /// <param name="path">Keys and positions from the outside, with points between them; empty for the outermost value.</param>
    /// <exception cref="StateDictException">There is nothing at that place, or something else than a dictionary.</exception>
    public IReadOnlyDictionary<object, object?> Dictionary(string path = "") => At(path) switch
    {
        IReadOnlyDictionary<object, object?> dictionary => dictionary,
        IEnumerable<KeyValuePair<string, object?>> dictionary => new OrderedDictionary<object, object?>(dictionary.Select(pair => KeyValuePair.Create((object)pair.Key, pair.Value))),
        IReadOnlyDictionary<string, Tensor> tensors => new OrderedDictionary<object, object?>(tensors.Select(pair => KeyValuePair.Create((object)pair.Key, (object?)pair.Value))),
        var other => throw new StateDictException($"{Place(path)} is {Describe(other)}, not a dictionary. {Content(Root)}"),
    };

    /// <summary>A number, text, truth value or tensor, e.g. <c>checkpoint.Value&lt;long&gt;("epoch")</c>.</summary>
    /// <typeparam name="T">Its type; integers convert to real numbers.</typeparam>
    /// <param name="path">Keys and positions from the outside, with points between them.</param>
    /// <exception cref="StateDictException">There is nothing at that place, or something of another type.</exception>
    public T Value<T>(string path)
    {
        var value = At(path);
        if (value is T typed)
            return typed;
        if (value is long or double && typeof(T).IsPrimitive && typeof(T) != typeof(bool))
        {
            var converted = (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
            if (value is long || typeof(T) == typeof(float))
                return converted;
        }

        throw new StateDictException($"{Place(path)} is {Describe(value)}, not {typeof(T).Name}.");
    }

    /// <summary>Whether there is something at a place.</summary>
    /// <param name="path">Keys and positions from the outside, with points between them.</param>
    public bool Contains(string path) => TryFind(path, out _);

    private object? At(string path) => TryFind(path, out var value) ? value : throw new StateDictException($"There is nothing at '{path}'. {Content(Root)}");

    private bool TryFind(string path, out object? value)
    {
        value = Root;
        while (path.Length > 0)
        {
            if (!TryStep(value, ref path, out value))
                return false;
        }

        return true;
    }

    // Names of parameters have points themselves, so the longest key that fits is the one that is meant.
    private static bool TryStep(object? from, ref string path, out object? value)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (TryGet(from, path[..end], out value))
            {
                path = end < path.Length ? path[(end + 1)..] : "";
                return true;
            }
        }

        value = null;
        return false;
    }

    private static bool TryGet(object? from, string key, out object? value)
    {
        value = null;
        switch (from)
        {
            case IReadOnlyDictionary<string, Tensor> tensors when tensors.TryGetValue(key, out var tensor):
                value = tensor;
                return true;
            case IEnumerable<KeyValuePair<object, object?>> dictionary:
                foreach (var (name, item) in dictionary)
                {
                    if (string.Equals(Convert.ToString(name, CultureInfo.InvariantCulture), key, StringComparison.Ordinal))
                    {
                        value = item;
                        return true;
                    }
                }

                return false;
            case IEnumerable<KeyValuePair<string, object?>> dictionary:
                foreach (var (name, item) in dictionary)
                {
                    if (name == key)
                    {
                        value = item;
                        return true;
                    }
                }

                return false;
            case IList list when int.TryParse(key, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count:
                value = list[index];
                return true;
            default:
                return false;
        }
    }

    private static string Place(string path) => path.Length == 0 ? "The checkpoint" : $"'{path}'";

    [return: NotNull]
    internal static string Describe(object? value) => value switch
    {
        null => "None",
        Tensor tensor => $"a tensor of shape {tensor.Shape}",
        string text => $"the text '{(text.Length > 40 ? text[..40] + "..." : text)}'",
        IEnumerable<KeyValuePair<object, object?>> or IEnumerable<KeyValuePair<string, object?>> or IReadOnlyDictionary<string, Tensor> => "a dictionary",
        object?[] tuple => $"a tuple of {tuple.Length}",
        IList list => $"a list of {list.Count}",
        _ => $"the value {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private static string Content(object? value)
    {
        const int shown = 8;
        if (value is not IEnumerable<KeyValuePair<object, object?>> dictionary)
            return $"The checkpoint is {Describe(value)}.";
        var keys = dictionary.Select(pair => $"'{pair.Key}'").ToList();
        return keys.Count == 0 ? "It is empty." : $"It has {string.Join(", ", keys.Take(shown))}{(keys.Count > shown ? $" and {keys.Count - shown} more" : "")}.";
    }
}
