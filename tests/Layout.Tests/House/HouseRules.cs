using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>The rules of the house that a text search can hold. Each gives the faults of one C# file.</summary>
internal static partial class HouseRules
{
    public static IEnumerable<string> Faults(string path, string source)
    {
        var code = CodeText.Of(source);
        IEnumerable<string> faults =
        [
            .. Length(path, source), .. Names(path, code), .. Layout(path, code), .. Rings(path, code),
            .. Tests(path, code), .. Triggers(path, code),
        ];
        return faults.Select(fault => $"{path}: {fault}");
    }

    private static IEnumerable<string> Length(string path, string source)
    {
        var limit = Under(path, "tests") ? 300 : 200;
        var lines = source.AsSpan().TrimEnd().Count('\n') + 1;
        return lines > limit ? [$"has {lines} lines; {limit} are allowed"] : [];
    }

    private static IEnumerable<string> Names(string path, string code)
    {
        var types = Declared().Matches(code).Select(m => m.Groups[1].Value);
        return types.Append(Path.GetFileNameWithoutExtension(path)).Distinct().Where(name => Vague().IsMatch(name))
            .Select(name => $"'{name}' says nothing about what it is");
    }

    private static IEnumerable<string> Layout(string path, string code)
    {
        if (Region().IsMatch(code))
        {
            yield return "has a #region";
        }

        // .NET looks for a start-up hook outside any namespace.
        if (Declared().IsMatch(code) && !FileScoped().IsMatch(code) && Path.GetFileName(path) != "StartupHook.cs")
        {
            yield return "has no file-scoped namespace";
        }

        if (AsyncVoid().IsMatch(code))
        {
            yield return "has an async void method: its exception ends the process";
        }
    }

    private static IEnumerable<string> Rings(string path, string code)
    {
        if (code.Contains("Microsoft.Azure.Functions", StringComparison.Ordinal)
            && !Under(path, "functions/Host", "tests/Local.Tests", "tests/SampleApp")
            && path is not "infra/local/Cloud/BesideHost.cs")
        {
            yield return "names the Functions worker outside functions/Host";
        }

        var composition = Under(path, "functions/Host/Composition") || path is "functions/Host/Program.cs"
            || path.StartsWith("functions/Host/Composition", StringComparison.Ordinal)
            || path is "functions/Host/Connections.cs";
        if (!Under(path, "functions") || Under(path, "functions/Application/Storage"))
        {
            yield break;
        }

        if (code.Contains("Azure.Data.Tables", StringComparison.Ordinal) && !composition)
        {
            yield return "names the table client outside functions/Application/Storage";
        }

        if (TableKeys().IsMatch(code))
        {
            yield return "names a table key outside functions/Application/Storage";
        }
    }

    private static IEnumerable<string> Tests(string path, string code) =>
        !Under(path, "tests") ? [] : TestMethods().Matches(code).Select(m => m.Groups[1].Value)
            .Where(name => name.Length > 90 || !name.Contains('_', StringComparison.Ordinal))
            .Select(name => $"test '{name}' is no sentence of at most 90 characters");

    private static IEnumerable<string> Triggers(string path, string code) =>
        !Under(path, "functions") ? [] : HttpTriggers().Matches(code)
            .Where(m => !m.Groups[1].Value.Contains("AuthorizationLevel.", StringComparison.Ordinal))
            .Select(_ => "has an HttpTrigger that does not name its AuthorizationLevel");

    private static bool Under(string path, params string[] folders) =>
        folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(\w+)\s*[<({:;\r\n]")]
    private static partial Regex Declared();

    [GeneratedRegex(@"(Manager|Helpers?|Common|Base|Service|Utils?|Utility|Utilities)$|^Utils?[A-Z]")]
    private static partial Regex Vague();

    [GeneratedRegex(@"^\s*#(end)?region\b", RegexOptions.Multiline)]
    private static partial Regex Region();

    [GeneratedRegex(@"^namespace\s+[\w.]+;", RegexOptions.Multiline)]
    private static partial Regex FileScoped();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\b(PartitionKey|RowKey)\b")]
    private static partial Regex TableKeys();

    // Other attributes may stand between [Fact] and its method; their strings are blank already.
    [GeneratedRegex(@"\[(?:Fact|Theory)\b[^\]]*\](?:\s*\[[^\]]*\])*\s*(?:(?:public|internal|static|async)\s+)*[\w<>.]+\s+(\w+)\s*\(")]
    private static partial Regex TestMethods();

    [GeneratedRegex(@"\bHttpTrigger(?:Attribute)?\s*(\([^)]*\)|\])")]
    private static partial Regex HttpTriggers();
}
