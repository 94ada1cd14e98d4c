using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>
/// Checks a template and its modules for what can be known without the compiler. It does not know
/// resource properties, types or API versions: only the compiler does.
/// </summary>
internal sealed partial class BicepCheck
{
    private static readonly HashSet<string> KnownFunctions = new(StringComparer.Ordinal)
    {
        "allowed", "description", "metadata", "minLength", "maxLength", "minValue", "maxValue",
        "empty", "environment", "guid", "loadJsonContent", "string", "subscription", "subscriptionResourceId",
        "tenant", "toLower", "union", "uniqueString",
    };

    private readonly Func<string, string?> _read;
    private readonly Dictionary<string, BicepFile> _files = new(StringComparer.Ordinal);

    private BicepCheck(Func<string, string?> read) => _read = read;

    /// <summary>Every fault from <paramref name="main"/> down, and of files no module names.</summary>
    public static IReadOnlyList<string> Faults(string main, IEnumerable<string> all, Func<string, string?> read)
    {
        var check = new BicepCheck(read);
        var faults = check.Visit(main);
        faults.AddRange(all.Where(path => !check._files.ContainsKey(path)).Select(path => $"{path}: no module names it"));
        return faults;
    }

    private List<string> Visit(string path)
    {
        var file = new BicepFile(_read(path)!);
        _files[path] = file;
        var own = file.Faults.Concat(Symbols(file)).Concat(Resources(file)).Concat(Json(path, file));
        return [.. own.Select(fault => $"{path}: {fault}"), .. file.Of("module").SelectMany(m => Module(path, file, m))];
    }

    private static IEnumerable<string> Symbols(BicepFile file)
    {
        var declared = file.Declarations.Where(d => d.Keyword != "output").Select(d => d.Name).ToList();
        var used = file.Declarations.SelectMany(d => BicepFile.Symbols(d.Value)).ToList();
        foreach (var name in declared.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"'{name.Key}' is declared twice";
        }

        foreach (var symbol in used.Where(s => !declared.Contains(s.Text)))
        {
            yield return $"line {symbol.Line}: '{symbol.Text}' is not declared";
        }

        foreach (var name in file.Declarations.Where(d => d.Keyword is "param" or "var").Select(d => d.Name)
            .Where(name => used.All(s => s.Text != name)))
        {
            yield return $"'{name}' is not used";
        }

        foreach (var call in BicepFile.Functions(file.Tokens).Where(f => !KnownFunctions.Contains(f.Text)))
        {
            yield return $"line {call.Line}: '{call.Text}' is no function this check knows";
        }
    }

    private static IEnumerable<string> Resources(BicepFile file) =>
        file.Of("resource").Where(r => r.Path is null || !ResourceType().IsMatch(r.Path))
            .Select(r => $"resource '{r.Name}' names no type and version");

    private IEnumerable<string> Json(string path, BicepFile file) =>
        file.Tokens.Index().Where(t => t.Item.Text == "loadJsonContent" && t.Index + 2 < file.Tokens.Count)
            .Select(t => Beside(path, file.Tokens[t.Index + 2].Text))
            .Where(json => _read(json) is null).Select(json => $"{json} does not exist");

    private IEnumerable<string> Module(string path, BicepFile file, BicepDeclaration module)
    {
        var target = Beside(path, module.Path ?? "");
        if (_read(target) is null)
        {
            return [$"{path}: module '{module.Name}' names {target}, which does not exist"];
        }

        var below = _files.ContainsKey(target) ? [] : Visit(target);
        return below.Concat(Passed(module, _files[target]).Concat(Outputs(file, module, _files[target]))
            .Select(fault => $"{path}: module '{module.Name}' {fault}"));
    }

    private static IEnumerable<string> Passed(BicepDeclaration module, BicepFile target)
    {
        var passed = BicepFile.KeysUnder(module.Value, "params") ?? [];
        var declared = target.Of("param").ToList();
        var unknown = passed.Where(name => declared.All(p => p.Name != name)).Select(name => $"has no parameter '{name}'");
        return unknown.Concat(declared.Where(p => !p.HasValue && !passed.Contains(p.Name))
            .Select(p => $"is not given '{p.Name}'"));
    }

    private static IEnumerable<string> Outputs(BicepFile file, BicepDeclaration module, BicepFile target)
    {
        var tokens = file.Tokens;
        var outputs = target.Of("output").Select(o => o.Name).ToList();
        return tokens.Index().Where(t => t.Item is { Kind: BicepKind.Word } && t.Item.Text == module.Name)
            .Select(t => AfterIndex(tokens, t.Index + 1))
            .Where(at => BicepFile.Text(tokens, at) == "." && BicepFile.Text(tokens, at + 1) == "outputs")
            .Select(at => BicepFile.Text(tokens, at + 3)).Where(name => !outputs.Contains(name))
            .Select(name => $"has no output '{name}'");
    }

    private static int AfterIndex(List<BicepToken> tokens, int at) => BicepFile.Text(tokens, at) != "["
        ? at
        : tokens.FindIndex(at + 1, t => t.Text == "]" && t.Depth == tokens[at].Depth + 1) + 1;

    private static string Beside(string path, string relative)
    {
        var parts = new List<string>(path.Split('/')[..^1]);
        foreach (var part in relative.Split('/').Where(p => p is not ("." or "")))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"^Microsoft\.\w+(/\w+)+@\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex ResourceType();
}
