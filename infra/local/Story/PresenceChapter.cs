using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// What the quarter's presence leaves for people to look at, read through the API as an agency's office would: lateness
/// that an outage forgave, a corrected day, a day elsewhere that nothing covered, and reviews for superiors, one of
/// them decided.
/// </summary>
internal sealed class PresenceChapter(IAnsiConsole console, FunctionProcess app, OfficeClient office)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    internal async Task TellAsync(SampleQuarter quarter, CancellationToken cancel)
    {
        await app.StartByHandAsync("SignalSweep", cancel);
        var reviews = await ReviewsAsync(quarter, cancel);
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("").AddColumn("");
        foreach (var agency in quarter.Agencies)
        {
            table.AddRow($"[bold]{agency.Id}[/]", "outage", await OutageAsync(agency, cancel));
            table.AddRow("", "correction", await CorrectionAsync(quarter.CorrectionOf(agency), agency, cancel));
            table.AddRow("", "day elsewhere", await UncoveredAsync(agency, cancel));
            table.AddRow("", "reviews", await DecideAsync(agency, reviews[agency.Id], cancel));
        }

        console.Heading("What presence leaves for people to look at");
        console.Write(table);
    }

    private async Task<string> OutageAsync(SampleAgency agency, CancellationToken cancel)
    {
        var day = PresencePlan.OutageDay;
        var forgiven = 0;
        foreach (var person in agency.People)
        {
            forgiven += Has(await DayAsync(agency, person.Id, day, cancel), "outageForgaveLateness") is null ? 0 : 1;
        }

        return $"{day:d MMM}, 07:00-08:45: the lateness of {forgiven} people is forgiven, and their day says so";
    }

    private async Task<string> CorrectionAsync(PlannedCorrection asked, SampleAgency agency, CancellationToken cancel)
    {
        var day = await DayAsync(agency, asked.Person.Id, asked.Day, cancel);
        var left = day.TryGetProperty("lastOut", out var time) ? time.GetString() : null;
        return $"{asked.Person.Id} forgot to check out on {asked.Day:d MMM}; approved by {asked.Person.RaterId}, left {left?[..5] ?? "(not set)"}";
    }

    /// <summary>
    /// The person without a post: present wherever the day was worked, and shown to the superior with its reason.
    /// </summary>
    private async Task<string> UncoveredAsync(SampleAgency agency, CancellationToken cancel)
    {
        var person = agency.People.First(p => p.PostId is null);
        foreach (var month in new[] { "2026-01", "2026-02", "2026-03" })
        {
            var days = (await office.GetAsync(
                agency.Id, $"/api/v1/employees/{person.Id}/attendance/{month}", cancel)).GetProperty("days");
            foreach (var day in days.EnumerateArray())
            {
                if (Has(day, "flexibleNotCovered") is { } reason)
                {
                    return $"{person.Id} on {day.GetProperty("date").GetString()}: {day.GetProperty("status").GetString()}, for the superior to look at ({Words(reason)})";
                }
            }
        }

        return $"{person.Id} worked at the office all quarter";
    }

    /// <summary>
    /// The sweep goes on after it was started; it is over when the mocked phone of the sample has been found.
    /// </summary>
    private async Task<Dictionary<string, List<JsonElement>>> ReviewsAsync(
        SampleQuarter quarter, CancellationToken cancel)
    {
        var before = DateTime.UtcNow + Patience;
        while (true)
        {
            var reviews = new Dictionary<string, List<JsonElement>>();
            foreach (var agency in quarter.Agencies)
            {
                reviews[agency.Id] = await ReviewsAsync(agency, cancel);
            }

            if (reviews.Values.Any(list => list.Count > 0))
            {
                return reviews;
            }

            if (DateTime.UtcNow > before)
            {
                throw new InvalidOperationException("The sweep opened no review.");
            }

            await Task.Delay(200, cancel);
        }
    }

    private async Task<List<JsonElement>> ReviewsAsync(SampleAgency agency, CancellationToken cancel)
    {
        var reviews = new List<JsonElement>();
        foreach (var rater in agency.People.Select(p => p.RaterId).OfType<string>().Distinct())
        {
            foreach (var state in new[] { "open", "accepted" })
            {
                var page = await office.GetAsync(
                    agency.Id, $"/api/v1/agencies/{agency.Id}/reviews?raterId={rater}&state={state}", cancel);
                reviews.AddRange(page.GetProperty("reviews").EnumerateArray());
            }
        }

        return reviews;
    }

    /// <summary>The superior looks at the first one and lets its check-ins stand; the others wait.</summary>
    private async Task<string> DecideAsync(SampleAgency agency, List<JsonElement> reviews, CancellationToken cancel)
    {
        if (reviews.Count == 0)
        {
            return "nothing seen in the last month that a superior should look at";
        }

        var first = reviews.OrderBy(r => r.GetProperty("id").GetString(), StringComparer.Ordinal).First();
        var (id, rater) = (first.GetProperty("id").GetString(), first.GetProperty("raterId").GetString());
        var body = JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["decidedById"] = rater,
            ["decision"] = "accepted",
            ["reason"] = "Sudah ditanyakan; pegawai bekerja di tempat (contoh).",
        });
        await office.PostAsync(agency.Id, $"/api/v1/agencies/{agency.Id}/reviews/{id}/decision", body, cancel);
        var signals = reviews.CountBy(r => r.GetProperty("signal").GetString() ?? "")
            .Select(s => $"{Words(s.Key)}: {s.Value}");
        return $"{reviews.Count} opened for superiors ({string.Join(", ", signals)}); {rater} accepted one, no day changed";
    }

    /// <summary>A code as a person reads it: noPost, no post.</summary>
    internal static string Words(string code) =>
        string.Concat(code.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    private async Task<JsonElement> DayAsync(SampleAgency agency, string person, DateOnly day, CancellationToken cancel)
    {
        var month = await office.GetAsync(agency.Id, $"/api/v1/employees/{person}/attendance/{day:yyyy-MM}", cancel);
        return month.GetProperty("days").EnumerateArray()
            .First(d => d.GetProperty("date").GetString() == day.ToString("O"));
    }

    /// <summary>What the reason says in words; null when the day does not have it.</summary>
    private static string? Has(JsonElement day, string code) => day.GetProperty("reasons").EnumerateArray()
        .Where(reason => reason.GetProperty("code").ValueEquals(code))
        .Select(reason => reason.TryGetProperty("reference", out var to)
            ? to.GetString()
            : reason.GetProperty("en").GetString())
        .FirstOrDefault();
}
