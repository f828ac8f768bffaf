using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslTensors.Analyzers.Flow;

/// <summary>
/// Who calls whom in a compilation, by names only: enough to be silent where a method that is called may do what seems to be missing. Read
/// once for a compilation, and only when a rule is about to report.
/// </summary>
internal sealed class CallNames
{
    private static readonly ConditionalWeakTable<Compilation, Lazy<CallNames>> Known = new();

    private readonly Dictionary<string, HashSet<string>> _mentioned = [];
    private readonly HashSet<string> _insideNoGrad = [];
    private readonly HashSet<string> _words = [];
    private readonly HashSet<string> _members = [];
    private readonly HashSet<string> _bases = [];
    private readonly ConcurrentDictionary<(string Method, string Word), bool> _reaches = new();
    private readonly HashSet<string> _assigned = [];

    private CallNames(Compilation compilation)
    {
        foreach (var node in compilation.SyntaxTrees.Where(IsWritten).SelectMany(tree => tree.GetRoot().DescendantNodes()))
        {
            if (node is SimpleNameSyntax { Identifier.ValueText: var word, Parent: var parent })
            {
                _words.Add(word);
                if (parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or NameColonSyntax or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } or ArgumentSyntax)
                    _members.Add(word);
            }

            switch (node)
            {
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var assigned } }:
                    _assigned.Add(assigned);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var set }, Parent: InitializerExpressionSyntax }:
                    _assigned.Add(set);
                    break;
                case BaseTypeSyntax { Type: SimpleNameSyntax { Identifier.ValueText: var name } }:
                    _bases.Add(name);
                    break;
                case MethodDeclarationSyntax method:
                    Add(method.Identifier.ValueText, method);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Add(constructor.Identifier.ValueText, constructor);
                    break;
                case LocalFunctionStatementSyntax function:
                    Add(function.Identifier.ValueText, function);
                    break;
                case PropertyDeclarationSyntax property:
                    Add(property.Identifier.ValueText, property);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: AnonymousFunctionExpressionSyntax lambda } variable:
                    Add(variable.Identifier.ValueText, lambda);
                    break;
                case InvocationExpressionSyntax call when !GradMode.IsScope(call) && GradMode.At(call) is { Scope: not null }:
                    _insideNoGrad.Add(GradMode.NameOf(call));
                    break;
            }
        }

        Close();
    }

    public static CallNames Of(Compilation compilation) => Known.GetValue(compilation, static key => new Lazy<CallNames>(() => new CallNames(key))).Value;

    /// <summary>Whether any code of the compilation names something so.</summary>
    public bool Mentions(string word) => _words.Contains(word);

    /// <summary>Whether any code of the compilation names a member so, of whatever object.</summary>
    public bool MentionsMember(string word) => _members.Contains(word);

    /// <summary>Whether any code of the compilation sets a member of that name, of an object that it names or creates.</summary>
    public bool AssignsMember(string word) => _assigned.Contains(word);

    /// <summary>Whether a class derives from one of that name.</summary>
    public bool IsBase(string type) => _bases.Contains(type);

    /// <summary>Whether a method of that name may be called while nothing is recorded.</summary>
    public bool MayRunInsideNoGrad(string method) => _insideNoGrad.Contains(method);

    /// <summary>Whether a method of that name mentions a word, itself or through what it calls.</summary>
    public bool Reaches(string method, string word) => _mentioned.ContainsKey(method) && _reaches.GetOrAdd((method, word), key => Reaches(key.Method, key.Word, []));

    /// <summary>Whether code mentions a word, itself or through what it calls.</summary>
    public bool Reaches(SyntaxNode code, string word) => Words(code).Any(name => name == word || Reaches(name, word));

    private bool Reaches(string method, string word, HashSet<string> seen)
    {
        if (!seen.Add(method) || !_mentioned.TryGetValue(method, out var words))
            return false;
        return words.Contains(word) || words.Any(name => Reaches(name, word, seen));
    }

    private void Add(string name, SyntaxNode code)
    {
        if (!_mentioned.TryGetValue(name, out var words))
            _mentioned.Add(name, words = []);
        words.UnionWith(Words(code));
    }

    private static IEnumerable<string> Words(SyntaxNode code) => code.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(name => name.Identifier.ValueText);

    private static bool IsWritten(SyntaxTree tree) =>
        !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) && !tree.GetRoot().GetLeadingTrivia().ToString().StartsWith("// <auto-generated", StringComparison.Ordinal);

    private void Close()
    {
        var open = new Stack<string>(_insideNoGrad);
        while (open.Count > 0)
        {
            if (!_mentioned.TryGetValue(open.Pop(), out var words))
                continue;
            foreach (var word in words.Where(word => _mentioned.ContainsKey(word) && _insideNoGrad.Add(word)))
                open.Push(word);
        }
    }
}
