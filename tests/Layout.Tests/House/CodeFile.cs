using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kinerja.Layout.Tests.House;

/// <summary>
/// What the rules ask of one C# file. Comments and strings are no code; what a string interpolates is.
/// </summary>
internal sealed class CodeFile
{
    private static readonly CSharpParseOptions Plain = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private readonly List<SyntaxNode> _nodes;

    public CodeFile(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, Plain).GetRoot();
        _nodes = [.. root.DescendantNodes(descendIntoTrivia: true)];
        Identifiers = [.. root.DescendantTokens().Where(IsIdentifier).Select(token => token.ValueText)];
    }

    public HashSet<string> Identifiers { get; }

    /// <summary>The names of the types that are declared here, nested ones and delegates too.</summary>
    public IEnumerable<string> Types => All<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText)
        .Concat(All<DelegateDeclarationSyntax>().Select(type => type.Identifier.ValueText));

    public bool HasRegions => All<RegionDirectiveTriviaSyntax>().Any();

    public bool HasFileScopedNamespace => All<FileScopedNamespaceDeclarationSyntax>().Any();

    public bool HasAsyncVoid =>
        All<MethodDeclarationSyntax>().Any(method => IsAsyncVoid(method.Modifiers, method.ReturnType))
        || All<LocalFunctionStatementSyntax>().Any(function => IsAsyncVoid(function.Modifiers, function.ReturnType));

    /// <summary>The methods with one of these attributes, each attribute by its name without "Attribute".</summary>
    public IEnumerable<string> MethodsWith(params string[] attributes) => All<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes)
        .Any(attribute => attributes.Contains(NameOf(attribute))))
        .Select(method => method.Identifier.ValueText);

    /// <summary>How many attributes of that name do not name the enum that they have to choose from.</summary>
    public int AttributesWithout(string attribute, string choice) => All<AttributeSyntax>().Count(one =>
        NameOf(one) == attribute
            && !one.DescendantTokens().Any(token => IsIdentifier(token) && token.ValueText == choice));

    /// <summary>Whether a namespace, or anything in it, is named in full.</summary>
    public bool Names(string space) => space.Split('.').All(Identifiers.Contains)
        && _nodes.Where(node => node is NameSyntax or MemberAccessExpressionSyntax)
            .Select(
                node => string.Join('.', node.DescendantTokens().Where(IsIdentifier).Select(token => token.ValueText)))
            .Any(name => $".{name}.".Contains($".{space}.", StringComparison.Ordinal));

    private IEnumerable<T> All<T>() => _nodes.OfType<T>();

    private static bool IsAsyncVoid(SyntaxTokenList modifiers, TypeSyntax type) =>
        modifiers.Any(SyntaxKind.AsyncKeyword)
            && type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.DescendantTokens().Last(IsIdentifier).ValueText;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }

    private static bool IsIdentifier(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken);
}
