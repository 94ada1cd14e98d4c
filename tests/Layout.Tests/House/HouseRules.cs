using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.House;

/// <summary>The rules of the house that a file's syntax can hold. Each gives the faults of one C# file.</summary>
internal static partial class HouseRules
{
    private static readonly string[] TableKeys = ["PartitionKey", "RowKey"];

    private static readonly string[] WorkerFolders = [
        "functions/Host", "tests/Local.Tests", "tests/PeerApp", "tests/SampleApp"
    ];

    public static IEnumerable<string> Faults(string path, string source)
    {
        var code = new CodeFile(source);
        IEnumerable<string> faults =
        [
            .. Length(path, source), .. Names(path, code), .. Layout(path, code), .. Rings(path, code),
            .. Tests(path, code), .. Triggers(path, code),
        ];
        return faults.Select(fault => $"{path}: {fault}");
    }

    private static IEnumerable<string> Length(string path, string source)
    {
        var limit = Under(path, "tests") ? 300 : 250;
        var lines = source.AsSpan().TrimEnd().Count('\n') + 1;
        return lines > limit ? [$"has {lines} lines; {limit} are allowed"] : [];
    }

    private static IEnumerable<string> Names(string path, CodeFile code) =>
        code.Types.Append(Path.GetFileNameWithoutExtension(path)).Distinct().Where(name => Vague().IsMatch(name))
            .Select(name => $"'{name}' says nothing about what it is");

    private static IEnumerable<string> Layout(string path, CodeFile code)
    {
        if (code.HasRegions)
        {
            yield return "has a #region";
        }

        // .NET looks for a startup hook's type outside of any namespace.
        if (code.Types.Any(type => type != "StartupHook") && !code.HasFileScopedNamespace)
        {
            yield return "has no file-scoped namespace";
        }

        if (code.HasAsyncVoid)
        {
            yield return "has an async void method: its exception ends the process";
        }
    }

    private static IEnumerable<string> Rings(string path, CodeFile code)
    {
        if (code.Names("Microsoft.Azure.Functions") && !Under(path, WorkerFolders)
            && path is not "infra/local/Cloud/BesideHost.cs")
        {
            yield return "names the Functions worker outside functions/Host";
        }

        var composition = path is "functions/Host/Program.cs" or "functions/Host/Composition.cs"
            or "functions/Host/Connections.cs";
        if (!Under(path, "functions") || IsOfTables(path))
        {
            yield break;
        }

        if (code.Names("Azure.Data.Tables") && !composition)
        {
            yield return "names the table client outside Tables, Table….cs and …Rows.cs";
        }

        if (code.Identifiers.Overlaps(TableKeys))
        {
            yield return "names a table key outside Tables, Table….cs and …Rows.cs";
        }
    }

    /// <summary>The room Tables, and of each word its Table….cs and …Rows.cs.</summary>
    private static bool IsOfTables(string path) => Under(path, "functions/Application")
        && (Under(path, "functions/Application/Tables") || TableFile().IsMatch(Path.GetFileName(path)));

    private static IEnumerable<string> Tests(string path, CodeFile code) =>
        !Under(path, "tests") ? [] : code.MethodsWith("Fact", "Theory")
            .Where(name => name.Length > 90 || !name.Contains('_', StringComparison.Ordinal))
            .Select(name => $"test '{name}' is no sentence of at most 90 characters");

    private static IEnumerable<string> Triggers(string path, CodeFile code) => !Under(path, "functions") ? [] :
        Enumerable.Repeat(
            "has an HttpTrigger that does not name its AuthorizationLevel",
            code.AttributesWithout("HttpTrigger", "AuthorizationLevel"));

    private static bool Under(string path, params string[] folders) =>
        folders.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"^Table[A-Z].*\.cs$|Rows\.cs$")]
    private static partial Regex TableFile();

    [GeneratedRegex(@"(Manager|Helpers?|Common|Base|Service|Utils?|Utility|Utilities)$|^Utils?[A-Z]")]
    private static partial Regex Vague();
}
