namespace DslTensors.Tests.Modules;

public class ParameterContainerTests
{
    [Fact]
    public void AParameterListIsWrittenAsACollection()
    {
        ParameterList<float> list = [Init.Ones(2), Init.Zeros(3, 1)];
        Assert.Equal(["0", "1"], list.NamedParameters().Select(parameter => parameter.Name));
        Assert.All(list, parameter => Assert.True(parameter.RequiresGrad));
        list[0] = Init.Ones(5);
        Assert.Equal([5], list[0].Shape.ToArray());
        Assert.Equal(
            """
            ParameterList(
              (0): Parameter containing: [float32 of size 5]
              (1): Parameter containing: [float32 of size 3x1]
            )
            """,
            list.ToString());
        Assert.StartsWith("Cannot assign non-leaf Tensor to parameter '2'", Assert.Throws<AutogradException>(() => list.Add(list[0] * 2)).Message);
    }

    [Fact]
    public void AParameterDictKeepsItsOrder()
    {
        ParameterDict<double> dict = new() { ["right"] = Init.Ones<double>(1), ["left"] = Init.Ones<double>(2) };
        dict["right"] = Init.Zeros<double>(4);
        Assert.Equal(["right", "left"], dict.StateDict().Keys);
        Assert.Equal([4], dict["right"].Shape.ToArray());
        Assert.StartsWith("attribute 'left' already exists", Assert.Throws<TensorException>(() => dict.Add("left", Init.Ones<double>(1))).Message);
        Assert.StartsWith("parameter name can't contain \".\"", Assert.Throws<TensorException>(() => dict["a.b"] = Init.Ones<double>(1)).Message);
        Assert.Contains("whose keys are right, left", Assert.Throws<KeyNotFoundException>(() => dict["up"]).Message);
        Assert.NotSame(dict["left"], dict.Clone()["left"]);
        Assert.True(dict.Remove("left"));
    }

    [Fact]
    public void AModuleDictNamesItsModules()
    {
        ModuleDict<Linear> heads = new() { ["start"] = new(4, 1), ["end"] = new(4, 1, bias: false) };
        Assert.Equal(["start.weight", "start.bias", "end.weight"], heads.StateDict().Keys);
        Assert.Equal("start", Assert.Single(heads, head => head.Value.Bias is not null).Key);
        Assert.StartsWith("module name can't be empty string", Assert.Throws<TensorException>(() => heads.Add("", new(1, 1))).Message);
        Assert.StartsWith("attribute 'end' already exists in ModuleDict", Assert.Throws<TensorException>(() => heads.Add("end", new(1, 1))).Message);
        Assert.Equal("ModuleDict(\n  (start): Linear(in_features=4, out_features=1, bias=True)\n  (end): Linear(in_features=4, out_features=1, bias=False)\n)", heads.ToString());
        Assert.False(heads.ContainsKey("middle"));
    }

    [Fact]
    public void AModuleListIsEditedLikeAList()
    {
        ModuleList<Linear> list = [new(1, 1), new(2, 2), new(3, 3)];
        list.Insert(1, new(9, 9));
        list.RemoveAt(0);
        Assert.Equal([9, 2, 3], list.Select(layer => layer.InFeatures));
        var part = list[1..];
        Assert.Same(list[1], part[0]);
        Assert.Equal(["0", "1"], part.NamedChildren().Select(child => child.Name));
    }

    [Fact]
    public void SequentialTakesNames()
    {
        var model = new Sequential(("fc", new Linear(2, 1)), ("act", new Relu()));
        model.Add("more", new Linear(1, 1, bias: false));
        Assert.Equal(["fc.weight", "fc.bias", "more.weight"], model.StateDict().Keys);
        Assert.StartsWith("attribute 'fc' already exists", Assert.Throws<TensorException>(() => model.Add("fc", new Relu())).Message);
        Assert.Empty(new Sequential());
    }
}
