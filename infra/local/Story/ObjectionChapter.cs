using System.Text.Json;
using Kinerja.AgencyApp;
using Kinerja.Local.Cloud;
using Kinerja.Local.Ministry;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// After the rankings: the agency in Bandung tries another policy on its run, and a person objects to the result. Both
/// sides are heard, the rater's superior puts another rating in its place, and the ministry receives the ranking that
/// replaces the first.
/// </summary>
internal sealed class ObjectionChapter(
    IAnsiConsole console, OfficeClient office, ReplayClock clock, RankingSubscriber ministry, NextRevision next)
{
    private const string Agency = SampleAgency.BandungId;
    private const string Period = QuarterStory.Period;
    private const string Run = $"/api/v1/agencies/{Agency}/runs/{Period}";
    private const int TriedPercent = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The day after the results came, within the 14 days to object.</summary>
    private static readonly DateTimeOffset FiledAt = new(2026, 4, 9, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Gives the person who objected.</summary>
    internal async Task<string> TellAsync(SampleQuarter quarter, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        var first = ministry.Find(Agency, Period, 1)!;
        await DeliveredAsync(patience.Token);
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        table.AddRow("what if", await TryAsync(patience.Token));

        var before = ObjectorOf(quarter.Agencies.First(a => a.Id == Agency), first);
        table.AddRow("own line", await ProveAsync(before.EmployeeId, first, patience.Token));
        var decided = await ObjectAsync(before.EmployeeId, patience.Token);
        table.AddRow(
            "objection",
            $"{before.EmployeeId} objects to the result at place {before.Place}; the person and the rater, {Text(decided, "raterId")}, are heard");
        table.AddRow(
            "decision", $"{Text(decided, "superiorId")}, the rater's superior, puts another rating in its place");
        var second = await next.ReceiveAsync(
            Agency, Period, decided.GetProperty("appliedInRevision").GetInt32(), patience.Token);
        table.AddRow("superseded", await next.VerifiedAsync(second, patience.Token));
        var after = second.Lines().Single(line => line.EmployeeId == before.EmployeeId);
        table.AddRow("place", $"{NextRevision.Words(before)} -> {NextRevision.Words(after)}");

        console.Heading($"[bold]{Agency}[/] · {Period} · an objection");
        console.Write(table);
        return before.EmployeeId;
    }

    /// <summary>The events go out before the run says so; whoever receives them may be the faster one.</summary>
    private async Task DeliveredAsync(CancellationToken cancel)
    {
        while (Text(await office.GetAsync(Agency, Run, cancel), "state") != "published")
        {
            await Task.Delay(50, cancel);
        }
    }

    private async Task<string> TryAsync(CancellationToken cancel)
    {
        var trial = await office.PostAsync(
            Agency, $"{Run}/what-if?revision=1", $$"""{"ranking":{"topPercent":{{TriedPercent}} } }""", cancel);
        var (before, after) = (trial.GetProperty("before"), trial.GetProperty("after"));
        return $"a top share of {TriedPercent}% instead of 20% would hold {after.GetProperty("inTopShare")} people instead of {before.GetProperty("inTopShare")}; "
            + $"{trial.GetProperty("topShareChanged")} would be told otherwise, nothing is stored";
    }

    /// <summary>
    /// A person holds the own line and a few hashes against the root that the ministry received; nobody else's line is
    /// shown.
    /// </summary>
    private async Task<string> ProveAsync(string person, ReceivedRanking ranking, CancellationToken cancel)
    {
        var answer = await office.GetAsync(
            Agency, $"{Run}/ranking/proofs/{person}?revision={ranking.Revision}", cancel);
        var json = answer.GetProperty("proofs")[0];
        var proof = new LineProof(
            Text(json, "line"), json.GetProperty("index").GetInt32(), json.GetProperty("treeSize").GetInt32(),
            [.. json.GetProperty("path").EnumerateArray().Select(hash => hash.GetString()!)]);
        return ranking.Proves(proof)
            ? $"[green]Verified[/]: {person} finds the own line among {proof.TreeSize} with {proof.Path.Count} hashes, root {Text(json, "rootSha256")[..12]}…"
            : throw new InvalidOperationException($"The proof of {person}'s line does not hold.");
    }

    /// <summary>The best placed of those outside the top share whose rater has a superior of record.</summary>
    private static ReceivedLine ObjectorOf(SampleAgency agency, ReceivedRanking ranking)
    {
        var heads = agency.Units.Select(unit => unit.HeadId).ToHashSet();
        var staff = agency.People.Where(p => p.RaterId is { } rater && heads.Contains(rater)).Select(p => p.Id)
            .ToHashSet();
        return ranking.Lines().First(
            line => line.TopShare == "out" && line.Predicate == "good" && staff.Contains(line.EmployeeId));
    }

    /// <summary>Every step may be repeated: the same claim, words and ruling find what is there.</summary>
    private async Task<JsonElement> ObjectAsync(string person, CancellationToken cancel)
    {
        var path = $"/api/v1/employees/{person}/objections/{Period}";
        clock.MoveTo(FiledAt);
        var filed = await PostAsync(path, """
            {"id":"keberatan-contoh-2026-q1","reason":"Realisasi bulan Maret belum dihitung (contoh).","evidence":["https://contoh.example/bukti/1"]}
            """);
        clock.MoveTo(FiledAt.AddHours(2));
        await PostAsync(
            $"{path}/statements", $$"""{"byId":"{{person}}","words":"Laporan Maret diserahkan tepat waktu."}""");
        await PostAsync(
            $"{path}/statements",
            $$"""{"byId":"{{Text(filed, "raterId")}}","words":"Laporan itu saya terima setelah menilai."}""");
        clock.MoveTo(FiledAt.AddHours(6));
        return await PostAsync($"{path}/decision", $$"""
            {"decidedById":"{{Text(filed, "superiorId")}}","reason":"Bukti lengkap; hasil kerja di atas ekspektasi (contoh).",
             "revised":{"result":"above","behaviour":"above","skpScore":106,"behaviourScore":105} }
            """);

        Task<JsonElement> PostAsync(string to, string json) => office.PostAsync(Agency, to, json, cancel);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
