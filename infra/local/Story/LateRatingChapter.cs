using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// After the ranking of the agency in Jayapura: somebody has no rating there. The rater gives it late, with the reason;
/// a revision takes the person in, and the person is told.
/// </summary>
internal sealed class LateRatingChapter(
    IAnsiConsole console, OfficeClient office, ReplayClock clock, NextRevision next)
{
    private const string Agency = SampleAgency.JayapuraId;
    private const string Period = QuarterStory.Period;
    private const string Run = $"/api/v1/agencies/{Agency}/runs/{Period}";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset RatedAt = new(2026, 4, 9, 20, 0, 0, TimeSpan.FromHours(9));

    /// <summary>May be repeated: the first revision is asked, and the same rating is there already.</summary>
    internal async Task TellAsync(SampleQuarter quarter, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var people = quarter.Agencies.First(agency => agency.Id == Agency).People;
        var left = await office.GetAsync(Agency, $"{Run}/ranking/left-out?revision=1", patience.Token);
        var unrated = left.GetProperty("people").EnumerateArray()
            .Where(person => person.TryGetProperty("notAssessed", out var why) && why.GetString() == "noRating")
            .Select(person => people.First(one => one.Id == person.GetProperty("employeeId").GetString()))
            .First(person => person.RaterId is not null);
        clock.MoveTo(RatedAt);
        await office.PutAsync(Agency, $"/api/v1/agencies/{Agency}/ratings/{Period}/{unrated.Id}", $$"""
            {"raterId":"{{unrated.RaterId}}","result":"meets","behaviour":"above","skpScore":91,"behaviourScore":95,
             "reason":"Penilai sakit pada akhir masa penilaian (contoh)."}
            """, patience.Token);
        var second = await next.ReceiveAsync(Agency, Period, 2, patience.Token);
        var line = second.Lines().Single(one => one.EmployeeId == unrated.Id);

        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        table.AddRow("no rating", $"{unrated.Id} was not assessed; {unrated.RaterId} rates a day late and says why");
        table.AddRow("superseded", await next.VerifiedAsync(second, patience.Token));
        table.AddRow("place", $"none -> {NextRevision.Words(line)}");
        table.AddRow("told", await ToldAsync(unrated.Id, patience.Token));
        console.Heading($"[bold]{Agency}[/] · {Period} · a late rating");
        console.Write(table);
    }

    private async Task<string> ToldAsync(string person, CancellationToken cancel)
    {
        var inbox = await office.GetAsync(Agency, $"/api/v1/employees/{person}/inbox", cancel);
        return inbox.GetProperty("items").EnumerateArray()
            .Any(item => item.GetProperty("code").GetString() == "ratingCameLate")
            ? $"{person} finds it in the inbox, and may object"
            : throw new InvalidOperationException($"{person} was not told of the late rating.");
    }
}
