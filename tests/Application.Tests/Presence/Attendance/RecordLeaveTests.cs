using System.Text.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Attendance;

public sealed class RecordLeaveTests
{
    private static readonly YearMonth January = new(2026, 1);
    private static readonly YearMonth February = new(2026, 2);

    private static readonly Leave Trip = new(
        Some.Person(), LeaveKind.DutyTravel, new(2026, 1, 29), new(2026, 2, 3), "800/17/2026");

    private readonly World _world = new();

    [Fact]
    public async Task Leave_stands_in_every_month_that_it_touches_and_marks_them()
    {
        var recorded = await RecordAsync(Trip);
        Assert.Equal(LeaveOutcome.Added, recorded.Outcome);
        Assert.Equal(2, _world.Leaves.Rows.Count);
        Assert.Equal([January, February], Marked());
    }

    [Fact]
    public async Task The_same_again_changes_and_marks_nothing()
    {
        await RecordAsync(Trip);
        _world.Dirty.Rows.Clear();
        _world.Clock.Advance(Duration.FromHours(1));
        var again = await RecordAsync(Trip);
        Assert.Equal((LeaveOutcome.Unchanged, Some.Morning), (again.Outcome, again.Entry.RecordedAt));
        Assert.Empty(_world.Dirty.Rows);
    }

    [Fact]
    public async Task Leave_cut_short_goes_out_of_the_months_it_no_longer_touches_and_marks_them_too()
    {
        await RecordAsync(Trip);
        _world.Dirty.Rows.Clear();
        var shorter = await RecordAsync(Trip with { To = new(2026, 1, 31) });
        Assert.Equal(LeaveOutcome.Changed, shorter.Outcome);
        Assert.Empty(await _world.Leaves.ListAsync(Some.AgencyId, February, Some.Person(), default));
        Assert.Equal([January, February], Marked());
    }

    [Fact]
    public async Task Cancelled_leave_stays_readable_and_counts_for_nothing()
    {
        await RecordAsync(Trip);
        var gone = await RecordAsync(Trip, cancelled: true);
        Assert.Equal(LeaveOutcome.Cancelled, gone.Outcome);
        var year = await _world.RecordLeave.YearAsync(Some.AgencyId, Some.Person(), 2026, default);
        Assert.True(Assert.Single(year.Value).Cancelled);
    }

    [Fact]
    public async Task An_overlap_is_said_and_not_refused()
    {
        await RecordAsync(Trip);
        var sick = await RecordAsync(
            Trip with { Kind = LeaveKind.Sick, From = new(2026, 2, 2), To = new(2026, 2, 4), Reference = "SKD-9" });
        Assert.Equal(LeaveOutcome.Added, sick.Outcome);
        Assert.Equal([Trip], sick.Overlaps);
    }

    [Fact]
    public async Task An_import_answers_item_by_item_and_a_bad_item_spoils_nothing_else()
    {
        var answer = await ImportAsync("""
            [{"employeeId":"peg-0001","kind":"sick","from":"2026-01-05","to":"2026-01-06","reference":"SKD-1"},
             {"employeeId":"nobody","kind":"sick","from":"2026-01-05","to":"2026-01-06","reference":"SKD-2"},
             {"employeeId":"peg-0001","kind":"holiday","from":"2026-01-05","to":"2026-01-05","reference":""},
             {"employeeId":"peg-0001","kind":"sick","from":"2026-01-05","to":"2026-01-06","reference":"SKD-1"},
             {"employeeId":"peg-0001","kind":"leave","from":"2026-01-05","to":"2026-01-07","reference":"C-1"}]
            """);
        Assert.Equal([201, 404, 400, 200, 201], answer.Items.Select(i => i.Status));
        Assert.Equal("/leave/1/employeeId", answer.Items[1].Problem!.Errors![0].Pointer);
        Assert.Equal(
            ["/leave/2/kind", "/leave/2/reference", "/leave/2/to"],
            answer.Items[2].Problem!.Errors!.Select(e => e.Pointer));
        Assert.Equal(LeaveOutcome.Unchanged, answer.Items[3].Outcome);
        Assert.Equal("SKD-1", Assert.Single(answer.Items[4].Overlaps!).Reference);
    }

    [Fact]
    public async Task A_list_that_is_empty_or_too_long_or_of_an_unknown_agency_is_refused()
    {
        Assert.Equal(RefusalKind.Malformed, (await TryImportAsync(Some.AgencyId, "[]")).Refusal!.Kind);
        var many = $"[{string.Join(',', Enumerable.Repeat("{}", 1001))}]";
        Refused.Is(RefusalCodes.BatchTooLarge, await TryImportAsync(Some.AgencyId, many));
        Refused.Is(RefusalCodes.UnknownAgency, await TryImportAsync(Some.OtherAgencyId, "[{}]"));
    }

    private IEnumerable<YearMonth> Marked() => _world.Dirty.Rows.Keys.Select(k => k.Month).Order();

    private async Task<RecordedLeave> RecordAsync(Leave leave, bool cancelled = false) =>
        (await _world.RecordLeave.RecordAsync(Some.Actor, leave, cancelled, default)).Value;

    private async Task<LeaveImportResponse> ImportAsync(string items) =>
        (await TryImportAsync(Some.AgencyId, items)).Value;

    private async Task<Result<LeaveImportResponse>> TryImportAsync(AgencyId agency, string items)
    {
        using var json = JsonDocument.Parse(items);
        var body = new LeaveImportRequest([.. json.RootElement.EnumerateArray().Select(i => i.Clone())]);
        return (await _world.ImportLeave.ExecuteAsync(Some.ActorOf(agency), body, default))
            .Then<LeaveImportResponse>(outcomes => LeaveImportResponse.Of(outcomes, indonesian: false));
    }
}
