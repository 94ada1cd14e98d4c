using System.Globalization;
using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// Days later: the clock is moved on, the timers that would have run meanwhile run, and each agency's result is final
/// where its term to object is over.
/// </summary>
internal sealed class LaterChapter(IAnsiConsole console, OfficeClient office, FunctionProcess app, ReplayClock clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private static readonly string[] Timers = ["QuarterTimer", "DeadlineTimer", "DayTimer"];

    internal async Task TellAsync(SampleQuarter quarter, int days, CancellationToken cancel)
    {
        clock.MoveTo(clock.GetUtcNow().AddDays(days));
        foreach (var timer in Timers)
        {
            await app.StartByHandAsync(timer, cancel);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        foreach (var agency in quarter.Agencies)
        {
            table.AddRow(agency.Id, await ResultAsync(agency, patience.Token));
        }

        console.Heading(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]{days} days later[/] · {Day(clock.GetUtcNow().ToOffset(Wib))} · {QuarterStory.Period}"));
        console.Write(table);
    }

    /// <summary>A result whose term is over becomes final once its timer has run.</summary>
    private async Task<string> ResultAsync(SampleAgency agency, CancellationToken cancel)
    {
        while (true)
        {
            var run = await office.GetAsync(
                agency.Id, $"/api/v1/agencies/{agency.Id}/runs/{QuarterStory.Period}", cancel);
            if (run.GetProperty("state").GetString() == "final")
            {
                var revision = run.GetProperty("revision").GetInt32();
                return $"[green]final[/]: revision {revision} stands, and grants may be decided";
            }

            var until = LastDay(run);
            if (until is null || Today(agency) <= until)
            {
                return $"published; people may object until {until:yyyy-MM-dd}";
            }

            await Task.Delay(100, cancel);
        }
    }

    private static DateOnly? LastDay(JsonElement run) => run.TryGetProperty("objectionsUntil", out var day)
        ? DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture)
        : null;

    private DateOnly Today(SampleAgency agency) =>
        DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(agency.Offset).DateTime);

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
