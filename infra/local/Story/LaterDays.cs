using System.Globalization;
using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;

namespace Kinerja.Local.Story;

/// <summary>
/// What has become of each agency's quarter after some days: its result is final where the term to object is over.
/// </summary>
internal sealed class LaterDays(OfficeClient office, PassingDays passing, ReplayClock clock, SampleQuarter quarter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    /// <summary>The day in Jakarta.</summary>
    internal string Today => Day(clock.GetUtcNow().ToOffset(Wib));

    /// <summary>Of each agency the sentence that says how far it is.</summary>
    internal async Task<IReadOnlyList<(string Agency, string Result)>> PassAsync(int days, CancellationToken cancel)
    {
        await passing.PassAsync(days, cancel);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var results = new List<(string, string)>();
        foreach (var agency in quarter.Agencies)
        {
            results.Add((agency.Id, await ResultAsync(agency, patience.Token)));
        }

        return results;
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
                return $"final: revision {run.GetProperty("revision").GetInt32()} stands, and grants may be decided";
            }

            var until = LastDay(run);
            if (until is null || DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(agency.Offset).DateTime) <= until)
            {
                return $"published; people may object until {until:yyyy-MM-dd}";
            }

            await Task.Delay(100, cancel);
        }
    }

    private static DateOnly? LastDay(JsonElement run) => run.TryGetProperty("objectionsUntil", out var day)
        ? DateOnly.Parse(day.GetString()!, CultureInfo.InvariantCulture)
        : null;

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
