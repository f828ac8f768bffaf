using System.Numerics;
using System.Text.Json;
using DslTensors.Tests.Reference;

namespace DslTensors.Tests.Modules.Layers;

/// <summary>A case of <c>sequence_layers.json</c>: builds the layer, calls it and gives its outputs.</summary>
internal sealed class SequenceLayerCase<T>(JsonElement entry)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly JsonElement _options = entry.GetProperty("options");

    public Dictionary<string, Tensor> Inputs { get; } = entry.GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => Input(input.Value));

    public Module Create() => entry.GetProperty("layer").GetString() switch
    {
        "RNN" => new Rnn<T>(Int("input_size"), Int("hidden_size"), Int("num_layers", 1), Text("nonlinearity", "tanh"), Flag("bias", true), Flag("batch_first"), Number("dropout"), Flag("bidirectional")),
        "GRU" => new Gru<T>(Int("input_size"), Int("hidden_size"), Int("num_layers", 1), Flag("bias", true), Flag("batch_first"), Number("dropout"), Flag("bidirectional")),
        "LSTM" => new Lstm<T>(Int("input_size"), Int("hidden_size"), Int("num_layers", 1), Flag("bias", true), Flag("batch_first"), Number("dropout"), Flag("bidirectional"), Int("proj_size", 0)),
        "RNNCell" => new RnnCell<T>(Int("input_size"), Int("hidden_size"), Flag("bias", true), Text("nonlinearity", "tanh")),
        "GRUCell" => new GruCell<T>(Int("input_size"), Int("hidden_size"), Flag("bias", true)),
        "LSTMCell" => new LstmCell<T>(Int("input_size"), Int("hidden_size"), Flag("bias", true)),
        "MultiheadAttention" => new MultiheadAttention<T>(
            Int("embed_dim"), Int("num_heads"), Number("dropout"), Flag("bias", true), Flag("add_bias_kv"), Flag("add_zero_attn"),
            _options.TryGetProperty("kdim", out _) ? Int("kdim") : null, _options.TryGetProperty("vdim", out _) ? Int("vdim") : null, Flag("batch_first")),
        "TransformerEncoderLayer" => new TransformerEncoderLayer<T>(
            Int("d_model"), Int("nhead"), Int("dim_feedforward"), Number("dropout"), Activation(), batchFirst: Flag("batch_first"), normFirst: Flag("norm_first")),
        "TransformerDecoderLayer" => new TransformerDecoderLayer<T>(
            Int("d_model"), Int("nhead"), Int("dim_feedforward"), Number("dropout"), Activation(), batchFirst: Flag("batch_first"), normFirst: Flag("norm_first")),
        "TransformerEncoder" => new TransformerEncoder<T>(new(4, 2, 6, 0), Int("num_layers"), Flag("norm") ? new(4) : null),
        "TransformerDecoder" => new TransformerDecoder<T>(new(4, 2, 6, 0), Int("num_layers"), Flag("norm") ? new(4) : null),
        "Transformer" => new Transformer<T>(
            Int("d_model"), Int("nhead"), Int("num_encoder_layers"), Int("num_decoder_layers"), Int("dim_feedforward"), Number("dropout"),
            batchFirst: Flag("batch_first"), normFirst: Flag("norm_first")),
        var other => throw new NotSupportedException(other),
    };

    public List<Tensor<T>> Call(Module module)
    {
        switch (module)
        {
            case Lstm<T> lstm:
                var (lstmOutput, (hn, cn)) = lstm.Forward(Real("input"), Inputs.Count > 1 ? (Real("h0"), Real("c0")) : null);
                return [lstmOutput, hn, cn];
            case Gru<T> gru:
                var (gruOutput, gruState) = gru.Forward(Real("input"), Optional("h0"));
                return [gruOutput, gruState];
            case Rnn<T> rnn:
                var (rnnOutput, rnnState) = rnn.Forward(Real("input"), Optional("h0"));
                return [rnnOutput, rnnState];
            case LstmCell<T> cell:
                var (hx, cx) = cell.Forward(Real("input"), Inputs.Count > 1 ? (Real("h0"), Real("c0")) : null);
                return [hx, cx];
            case GruCell<T> cell:
                return [cell.Forward(Real("input"), Optional("h0"))];
            case RnnCell<T> cell:
                return [cell.Forward(Real("input"), Optional("h0"))];
            case MultiheadAttention<T> attention:
                var needWeights = Inputs.GetValueOrDefault("attn_mask") is not Tensor<T>;
                var (output, weights) = attention.Forward(
                    Real("query"), Real("key"), Real("value"), Mask("key_padding_mask"), needWeights, Mask("attn_mask"), averageAttnWeights: !Inputs.ContainsKey("key_padding_mask"));
                return weights is null ? [output] : [output, weights];
            case TransformerEncoderLayer<T> layer:
                return [layer.Forward(Real("src"), Mask("src_mask"))];
            case TransformerDecoderLayer<T> layer:
                return [layer.Forward(Real("tgt"), Real("memory"), Mask("tgt_mask"))];
            case TransformerEncoder<T> stack:
                return [stack.Forward(Real("src"))];
            case TransformerDecoder<T> stack:
                return [stack.Forward(Real("tgt"), Real("memory"))];
            case Transformer<T> transformer:
                return [transformer.Forward(Real("src"), Real("tgt"))];
            default:
                throw new NotSupportedException(module.GetType().Name);
        }
    }

    private static Tensor Input(JsonElement value)
    {
        var parsed = ReferenceTensor.Parse(value);
        if (parsed.DType == "bool")
            return Tensor.From(Array.ConvertAll(parsed.Data, element => element != 0), parsed.Shape);
        var tensor = Tensor.From(Array.ConvertAll(parsed.Data, T.CreateTruncating), parsed.Shape);
        tensor.RequiresGrad = true;
        return tensor;
    }

    private Tensor<T> Real(string name) => Inputs[name].As<T>();

    private Tensor<T>? Optional(string name) => Inputs.GetValueOrDefault(name)?.As<T>();

    private AttentionMask<T> Mask(string name) => Inputs.GetValueOrDefault(name) switch
    {
        Tensor<bool> hidden => hidden,
        Tensor<T> added => added,
        _ => default,
    };

    private Func<Tensor<T>, Tensor<T>>? Activation() => Text("activation", "relu") == "gelu" ? static x => x.Gelu() : null;

    private int Int(string name, int? otherwise = null) => _options.TryGetProperty(name, out var value) ? value.GetInt32() : otherwise ?? throw new KeyNotFoundException(name);

    private double Number(string name) => _options.TryGetProperty(name, out var value) ? value.GetDouble() : 0;

    private bool Flag(string name, bool otherwise = false) => _options.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;

    private string Text(string name, string otherwise) => _options.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;
}
