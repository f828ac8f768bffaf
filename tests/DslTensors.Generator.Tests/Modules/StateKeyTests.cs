using DslTensors.Generator.Modules;

namespace DslTensors.Generator.Tests.Modules;

public class StateKeyTests
{
    [Theory]
    [InlineData("Fc1", "fc1")]
    [InlineData("Weight", "weight")]
    [InlineData("RunningMean", "running_mean")]
    [InlineData("NumBatchesTracked", "num_batches_tracked")]
    [InlineData("Conv2d", "conv2d")]
    [InlineData("Conv2dBlock", "conv2d_block")]
    [InlineData("LnF", "ln_f")]
    [InlineData("WeightIhL0", "weight_ih_l0")]
    [InlineData("CAttn", "c_attn")]
    [InlineData("QKVProj", "qkv_proj")]
    [InlineData("QKV", "qkv")]
    [InlineData("_head", "head")]
    [InlineData("_outLinear", "out_linear")]
    [InlineData("Already_snake", "already_snake")]
    [InlineData("Down_Proj", "down_proj")]
    public void SpelledAsPyTorchWould(string member, string key) => Assert.Equal(key, StateKey.From(member));
}
