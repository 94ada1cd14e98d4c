namespace Kinerja.Layout.Tests.Bicep;

/// <summary>One declaration: its keyword, its name, and the tokens of its expression.</summary>
internal sealed record BicepDeclaration(string Keyword, string Name, string? Path, bool HasValue, List<BicepToken> Value);

/// <summary>What a Bicep file declares and what it refers to. Knows the syntax this project uses, no more.</summary>
internal sealed class BicepFile
{
    private static readonly string[] Keywords = ["param", "var", "resource", "module", "output"];
    private static readonly string[] Words = ["for", "in", "if", "existing", "true", "false", "null"];

    public BicepFile(string source)
    {
        var cut = new BicepTokens(source);
        Tokens = cut.Tokens;
        Faults = cut.Faults;
        var starts = Tokens.Index().Where(t => t.Item is { StartsLine: true, Depth: 0 }).Select(t => t.Index).ToList();
        foreach (var (start, end) in starts.Zip([.. starts.Skip(1), Tokens.Count]))
        {
            Read(Tokens[start..end]);
        }
    }

    public List<BicepToken> Tokens { get; }

    public List<string> Faults { get; }

    public List<BicepDeclaration> Declarations { get; } = [];

    /// <summary>Tokens outside declarations: decorators and the target scope.</summary>
    public List<BicepToken> Others { get; } = [];

    public IEnumerable<BicepDeclaration> Of(string keyword) => Declarations.Where(d => d.Keyword == keyword);

    /// <summary>Names that an expression uses and does not declare itself, functions apart.</summary>
    public static IEnumerable<BicepToken> Symbols(List<BicepToken> value)
    {
        var locals = Locals(value).ToHashSet(StringComparer.Ordinal);
        return value.Index().Where(t => IsSymbol(value, t.Index) && !locals.Contains(t.Item.Text)).Select(t => t.Item);
    }

    public static IEnumerable<BicepToken> Functions(List<BicepToken> value) =>
        value.Index().Where(t => t.Item.Kind == BicepKind.Word && Text(value, t.Index + 1) == "("
            && Text(value, t.Index - 1) != "." && !Words.Contains(t.Item.Text)).Select(t => t.Item);

    /// <summary>The keys of the object that follows <c>key:</c>, one level deep; null without that key.</summary>
    public static List<string>? KeysUnder(List<BicepToken> value, string key)
    {
        var at = value.Index().Where(t => IsKey(value, t.Index) && t.Item.Text == key).Select(t => t.Index + 2)
            .DefaultIfEmpty(-1).First();
        if (at < 0 || Text(value, at) != "{")
        {
            return null;
        }

        var depth = value[at].Depth;
        return [.. value.Index().Skip(at + 1).TakeWhile(t => t.Item.Depth > depth)
            .Where(t => t.Item.Depth == depth + 1 && IsKey(value, t.Index)).Select(t => t.Item.Text)];
    }

    public static string Text(List<BicepToken> tokens, int at) =>
        at >= 0 && at < tokens.Count && tokens[at].Kind != BicepKind.Text ? tokens[at].Text : "";

    private static bool IsKey(List<BicepToken> value, int at) =>
        value[at].Kind == BicepKind.Word && Text(value, at + 1) == ":"
        && (value[at].StartsLine || Text(value, at - 1) is "{" or ",");

    private static bool IsSymbol(List<BicepToken> value, int at) =>
        value[at].Kind == BicepKind.Word && !Words.Contains(value[at].Text) && !IsKey(value, at)
        && Text(value, at - 1) != "." && Text(value, at + 1) != "(";

    private static IEnumerable<string> Locals(List<BicepToken> value) =>
        value.Index().Where(t => t.Item is { Kind: BicepKind.Word, Text: "for" }).SelectMany(t =>
            value.Skip(t.Index + 1).TakeWhile(x => x.Text != "in").Where(x => x.Kind == BicepKind.Word))
            .Select(t => t.Text);

    private void Read(List<BicepToken> statement)
    {
        if (!Keywords.Contains(statement[0].Text) || statement.Count < 2)
        {
            Others.AddRange(statement);
            if (statement[0].Text is not ("@" or "targetScope"))
            {
                Faults.Add($"line {statement[0].Line}: '{statement[0].Text}' starts no declaration");
            }

            return;
        }

        var equals = statement.FindIndex(t => t is { Depth: 0, Kind: BicepKind.Mark, Text: "=" });
        var path = statement.Count > 2 && statement[2].Kind == BicepKind.Text ? statement[2].Text : null;
        Declarations.Add(new BicepDeclaration(statement[0].Text, statement[1].Text, path, equals > 0,
            equals > 0 ? statement[(equals + 1)..] : []));
    }
}
