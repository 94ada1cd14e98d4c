using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>Days later, told at the end of the story, or whenever somebody moves the clock on.</summary>
internal sealed class LaterChapter(IAnsiConsole console, LaterDays later)
{
    internal async Task TellAsync(int days, CancellationToken cancel)
    {
        var results = await later.PassAsync(days, cancel);
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        foreach (var (agency, result) in results)
        {
            table.AddRow(new Text(agency), new Text(result));
        }

        console.Heading($"[bold]{DaysLater(days)}[/] · {later.Today} · {QuarterStory.Period}");
        console.Write(table);
    }

    /// <summary>The same as lines of text.</summary>
    internal static async Task<string> WordsAsync(LaterDays later, int days, CancellationToken cancel)
    {
        var results = await later.PassAsync(days, cancel);
        return string.Join(
            '\n',
            results.Select(one => $"{one.Agency}  {QuarterStory.Period}  {one.Result}")
                .Prepend($"{DaysLater(days)}: it is {later.Today}."));
    }

    private static string DaysLater(int days) => days == 1 ? "1 day later" : $"{days} days later";
}
