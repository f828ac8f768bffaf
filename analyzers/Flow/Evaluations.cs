using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using DslTensors.Generator.Signatures;

namespace DslTensors.Analyzers.Flow;

/// <summary>Signatures applied to shapes, each combination once: bodies are run for every kind of caller, and most calls in them see the same shapes again.</summary>
internal sealed class Evaluations
{
    private readonly ConcurrentDictionary<Key, SignatureResult> _known = new();

    public SignatureResult Of(Signature signature, IReadOnlyList<CallInput> inputs, IReadOnlyDictionary<string, ArgumentValue> arguments)
    {
        var given = new EvaluationInput[inputs.Count];
        for (var i = 0; i < given.Length; i++)
            given[i] = inputs[i].Input;
        var key = new Key(signature, given, arguments);
        return _known.TryGetValue(key, out var known) ? known : _known.GetOrAdd(key, SignatureEvaluator.Evaluate(signature, given, arguments));
    }

    private readonly struct Key : IEquatable<Key>
    {
        private readonly Signature _signature;
        private readonly EvaluationInput[] _inputs;
        private readonly IReadOnlyDictionary<string, ArgumentValue> _arguments;
        private readonly int _hash;

        public Key(Signature signature, EvaluationInput[] inputs, IReadOnlyDictionary<string, ArgumentValue> arguments)
        {
            (_signature, _inputs, _arguments) = (signature, inputs, arguments);
            var hash = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(signature);
            foreach (var input in inputs)
                hash = unchecked((hash * 31) + input.GetHashCode());
            foreach (var argument in arguments)
                hash = unchecked(hash + (argument.Key.GetHashCode() ^ argument.Value.GetHashCode()));
            _hash = hash;
        }

        public bool Equals(Key other)
        {
            // A method's signature is read once.
            if (_hash != other._hash || !ReferenceEquals(_signature, other._signature) || _inputs.Length != other._inputs.Length || _arguments.Count != other._arguments.Count)
                return false;
            for (var i = 0; i < _inputs.Length; i++)
            {
                if (!_inputs[i].Equals(other._inputs[i]))
                    return false;
            }

            foreach (var argument in _arguments)
            {
                if (!other._arguments.TryGetValue(argument.Key, out var value) || !value.Equals(argument.Value))
                    return false;
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
