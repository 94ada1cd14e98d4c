using System.Globalization;

namespace Kinerja.Local;

/// <summary>What the command line says.</summary>
/// <param name="Port">Of the function app; null when the command line names none.</param>
/// <param name="Later">By how many days the clock is moved on once the story is told.</param>
/// <param name="WholeRanking">Whether every place of a ranking is printed, or its top and how many follow.</param>
internal sealed record RunOptions(
    bool Once, string Folder, int? Port, bool WholeRanking = false, bool Help = false, int Later = 0)
{
    /// <summary>The folder as the command line names it; the whole path when it names none.</summary>
    internal string NamedFolder { get; private init; } = Folder;

    internal const string Usage = """
        dotnet run --project infra/local [-- options]

          --once            tell the story of one quarter, then end
          --port N          port of the function app, 0 for a free one; one that is
                            taken is an error (without it: 7071, or a free one)
          --folder PATH     where state is kept (.local in the clone)
          --later DAYS      then move the clock on by so many days (1 to 366) and run the
                            timers: 30 days later the results are final; while it is
                            up, a command that it prints does the same
          --ranking         print every place of the rankings, not the top alone
          --help            print this, and end
        """;

    /// <summary>Null with the fault to print when the line makes no sense.</summary>
    internal static RunOptions? Parse(string[] args, string defaultFolder, out string fault)
    {
        var options = new RunOptions(Once: false, defaultFolder, Port: null);
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--once":
                    options = options with { Once = true };
                    break;
                case "--ranking":
                    options = options with { WholeRanking = true };
                    break;
                case "--help" or "-h":
                    options = options with { Help = true };
                    break;
                case "--port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    && port < 65536:
                    options = options with { Port = port };
                    i++;
                    break;
                case "--later" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                    && days is >= 1 and <= 366:
                    options = options with { Later = days };
                    i++;
                    break;
                case "--folder" when value is not null:
                    options = options with { Folder = Path.GetFullPath(value), NamedFolder = value };
                    i++;
                    break;
                default:
                    fault = $"Not understood: {args[i]}\n\n{Usage}";
                    return null;
            }
        }

        fault = "";
        return options;
    }
}
