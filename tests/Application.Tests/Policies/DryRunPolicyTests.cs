using System.Text.Json;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

public sealed class DryRunPolicyTests
{
    private static readonly YearMonth January = new(2026, 1);

    private static readonly Instant Afterwards = Some.At("2026-02-10T00:00:00Z");

    private readonly World _world = new(Some.At("2026-01-05T00:00:00Z"));

    [Fact]
    public async Task Pages_name_everybody_once_however_many_there_are()
    {
        await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Deduction, new(2026, 1, 1), null,
            Json("""{"shipped":"deduction-pertanian-68-2012"}"""), default);
        _world.Add([.. Enumerable.Range(0, 450).Select(n => Some.Employee($"pegawai-{n:D4}"))]);
        var (people, changed, pages, place) = (0, new List<EmployeeId>(), 0, (int?)0);
        while (place is { } from)
        {
            var page = (await TryAsync("deduction", Free, place: from)).Value;
            (people, pages, place) = (people + page.People, pages + 1, page.Next);
            changed.AddRange(page.Changes.Select(c => c.EmployeeId));
        }

        // With the two that every world has; absent all month, each of them costs nothing under the candidate.
        Assert.Equal((452, 452, 3), (people, changed.Distinct().Count(), pages));
        Assert.Equal(people, changed.Count);
    }

    [Fact]
    public async Task It_says_what_the_same_document_would_do_once_it_is_written()
    {
        await ArriveAsync("2026-01-14T07:50:00+07:00");
        var told = Assert.Single((await TryAsync("working-time", Eight, "peg-0001")).Value.Changes);

        await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.WorkingTime, new(2026, 1, 10), null, Json(Eight), default);
        var month = (await _world.ReadAttendance.MonthAsync(Some.AgencyId, Some.Person(), January, default)).Value;

        var day = Assert.Single(told.Days, d => d.Date == new LocalDate(2026, 1, 14));
        Assert.Equal((20, 0), (day.Before.LateMinutes, day.After.LateMinutes));
        Assert.All(told.Days, d => Assert.Equal(
            (d.After.Status, d.After.LateMinutes), month.Days.Where(m => m.Date == d.Date)
                .Select(m => (m.Status, m.LateMinutes)).Single()));
    }

    [Fact]
    public async Task A_first_scheme_is_set_beside_no_figure_and_names_only_who_would_lose_something()
    {
        await ArriveAsync("2026-01-14T07:50:00+07:00");
        var change = Assert.Single((await TryAsync("deduction", Free)).Value.Changes);

        Assert.Equal((null, 1m), (change.Before?.PercentOfMonth, change.After?.PercentOfMonth));
        var day = Assert.Single(change.Days);
        Assert.Equal((null, 1m), (day.Before.Deducted?.PercentOfMonth, day.After.Deducted?.PercentOfMonth));
    }

    [Fact]
    public async Task Days_before_the_candidates_own_are_not_touched()
    {
        await ArriveAsync("2026-01-06T07:50:00+07:00");
        var told = await TryAsync("working-time", Eight, "peg-0001");
        Assert.DoesNotContain(told.Value.Changes.SelectMany(c => c.Days), d => d.Date < new LocalDate(2026, 1, 10));
    }

    [Fact]
    public async Task A_document_that_stands_already_changes_nobody()
    {
        _world.Clock.MoveTo(Afterwards);
        await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.WorkingTime, new(2026, 1, 10), null, Json(Eight), default);
        Assert.Empty((await TryAsync("working-time", Eight)).Value.Changes);
        Assert.Single(_world.Policies.Rows);
    }

    private const string Free = """
        {"basis":"contoh","rules":[{"id":"late","event":"late","unit":"percentOfMonth","bands":[{"fromMinutes":1,"amount":1}]}]}
        """;

    private const string Eight = """
        {"everybody":{"scheme":"fixed","week":[
          {"days":["monday","tuesday","wednesday","thursday","friday"],"start":"08:00","end":"16:30","breakMinutes":60}]}}
        """;

    private async Task ArriveAsync(string at)
    {
        var then = NodaTime.Text.OffsetDateTimePattern.Rfc3339.Parse(at).Value.ToInstant();
        _world.Clock.MoveTo(then);
        var stored = await _world.RecordCheckIn.ExecuteAsync(
            Some.Actor, Some.Claim("checkin-" + then.ToUnixTimeTicks(), then), default);
        Assert.Null(stored.Refusal);
    }

    private Task<Result<PolicyDryRunPage>> TryAsync(string kind, string policy, string? person = null, int place = 0)
    {
        _world.Clock.MoveTo(Afterwards);
        // Deductions go by the scheme of the month's first day.
        var from = kind == "deduction" ? January.OnDayOfMonth(1) : new LocalDate(2026, 1, 10);
        var asked = new PolicyQuestion(Json(policy), January, from, [], person is null ? [] : [Some.Person(person)]);
        return _world.DryRunPolicy.ExecuteAsync(Some.AgencyId, PolicyKinds.Find(kind).Value, asked, place, default);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
