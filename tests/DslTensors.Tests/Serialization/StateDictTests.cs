namespace DslTensors.Tests.Serialization;

public class StateDictTests
{
    private static readonly Tensor<float> X = TensorBytes.Make<float>([2], 1, 2);
    private static readonly Tensor<float> Y = TensorBytes.Make<float>([1], 3);

    [Fact]
    public void Tensors_keep_the_order_of_insertion()
    {
        var dict = new StateDict { { "z", X }, { "a", Y } };
        dict["m"] = X;
        dict["z"] = Y;
        Assert.Equal(["z", "a", "m"], dict.Keys);
        Assert.Equal([Y, Y, X], dict.Values);
        Assert.Equal(3, dict.Count);
        Assert.True(dict.Remove("a"));
        Assert.Equal(["z", "m"], dict.Select(pair => pair.Key));
        Assert.False(dict.ContainsKey("a"));
        Assert.True(dict.TryGetValue("m", out var found));
        Assert.Same(X, found);
    }

    [Fact]
    public void A_name_taken_twice_is_named_with_both_shapes()
    {
        var dict = new StateDict { ["w"] = X };
        var exception = Assert.Throws<StateDictException>(() => dict.Add("w", Y));
        Assert.StartsWith("Two tensors are named 'w': one of shape [2] and one of shape [1].", exception.Message);
        Assert.Same(X, dict["w"]);
    }

    [Fact]
    public void A_missing_name_lists_those_there_are()
    {
        var dict = new StateDict();
        Assert.EndsWith("It is empty.", Assert.Throws<KeyNotFoundException>(() => dict["w"]).Message);
        for (var i = 0; i < 10; i++)
            dict.Add($"layer{i}", X);
        var message = Assert.Throws<KeyNotFoundException>(() => dict["w"]).Message;
        Assert.StartsWith("There is no tensor 'w' in the state dict. It has 'layer0', 'layer1',", message);
        Assert.EndsWith("'layer7' and 2 more.", message);
    }

    [Fact]
    public void A_missing_file_is_not_a_damaged_one() =>
        Assert.Throws<FileNotFoundException>(() => StateDict.Load(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString())));
}
