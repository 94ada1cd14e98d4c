using System.Text.Json;
using Kinerja.Application.Files.Exports;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Files;

/// <summary>
/// Two people from 1 February 2026 on, of whom one checked in on the 4th; the agency works by the shipped calendar.
/// </summary>
public sealed class ExportMonthsTests
{
    private static readonly YearMonth February = new(2026, 2);

    private readonly World _world = new();

    private ExportMonths Export => new(
        _world.AgencyDirectory,
        new AgencyStatements(
            _world.AgencyDirectory, _world.AgencyMonths, _world.Workforce, _world.Payrolls, _world.Clock));

    [Fact]
    public async Task Every_row_of_deductions_says_what_the_persons_own_statement_says()
    {
        await CheckInAsync();
        await AdoptAsync();
        _world.Clock.MoveTo(Some.At("2026-03-03T03:00:00Z"));

        var rows = await DeductionsAsync(February);

        Assert.Equal(["peg-0001", "peg-head"], rows.Select(r => $"{r["employeeId"].Text}").Order());
        foreach (var row in rows)
        {
            var own = DeductionResponse.Of(
                (await _world.ReadAttendance.DeductionsAsync(
                    Some.AgencyId, Some.Person(row["employeeId"].Text!), February, default)).Value, null);
            Assert.Equal(
                (own.PercentOfMonth, own.PercentOfDay, own.Rupiah, own.PresenceSharePercent, own.DaysToWork),
                (row["percentOfMonth"].Number, row["percentOfDay"].Number, row["rupiah"].Number,
                    row["presenceSharePercent"].Number, row["daysToWork"].Number));
            Assert.Equal(
                (own.Lines!.Count(l => l.Event == DeductionEvent.Absent), own.OpenDays!.Count, own.Scheme),
                (row["absent"].Number, row["openDays"].Number, row["scheme"].Text));
            Assert.True(row["absent"].Number > 0);
        }
    }

    [Fact]
    public async Task A_closed_month_stands_as_it_was_closed_whatever_comes_later()
    {
        await AdoptAsync();
        _world.Clock.MoveTo(Some.At("2026-03-03T03:00:00Z"));
        var before = await DeductionsAsync(February);
        var closed = await _world.ClosePayroll.ExecuteAsync(Some.Actor, February, Some.Person(), default);
        Assert.Null(closed.Refusal);

        var later = JsonDocument.Parse("""{"shipped":"deduction-bgn-4-2025"}""").RootElement;
        await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Deduction, new(2026, 2, 1), null, later, default);
        _world.Add(Some.Employee("peg-0003"));
        var after = await DeductionsAsync(February);

        Assert.Equal(before, after.Where(r => r["employeeId"].Text != "peg-0003"));
        var late = after.Single(r => r["employeeId"].Text == "peg-0003");
        Assert.Equal(("notInPayroll", (decimal?)null), (late["state"].Text, late["percentOfMonth"].Number));
    }

    [Fact]
    public async Task A_month_from_the_store_gives_the_same_rows_as_folded_afresh()
    {
        await CheckInAsync();
        await AdoptAsync();
        _world.Clock.MoveTo(Some.At("2026-03-03T03:00:00Z"));
        var folded = (await DeductionsAsync(February), await AttendanceAsync(February));
        await _world.CloseDaysAsync();

        Assert.Equal(folded.Item1, await DeductionsAsync(February));
        Assert.Equal(folded.Item2, await AttendanceAsync(February));
    }

    [Fact]
    public async Task Without_a_scheme_of_its_own_everybody_has_a_row_with_the_word_and_no_figure()
    {
        var rows = await DeductionsAsync(February);

        Assert.Equal(["noPolicy", "noPolicy"], rows.Select(r => r["state"].Text));
        Assert.All(rows, row => Assert.DoesNotContain(row.Values, cell => cell.Number is not null));
    }

    [Theory]
    [InlineData("2026-02-27T03:00:00Z")]
    [InlineData("2026-03-02T16:59:59Z")]
    public async Task Nobody_is_paid_by_a_month_that_may_still_change(string now)
    {
        await AdoptAsync();
        _world.Clock.MoveTo(Some.At(now));

        var rows = await DeductionsAsync(February);
        var attendance = await AttendanceAsync(February);

        Assert.Equal(["monthNotOver", "monthNotOver"], rows.Select(r => r["state"].Text));
        Assert.All(rows, row => Assert.Null(row["percentOfMonth"].Number));
        Assert.All(attendance, row => Assert.True(row["workingDays"].Number > 0));
        Assert.All(attendance, row => Assert.Equal("monthNotOver", row["state"].Text));
    }

    [Fact]
    public async Task A_month_to_come_has_a_row_for_everybody_and_no_figure_at_all()
    {
        var rows = await AttendanceAsync(new(2026, 4));

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain(row.Values, cell => cell.Number is not null));
    }

    [Fact]
    public async Task Attendance_has_a_column_a_day_with_what_it_came_out_as()
    {
        await CheckInAsync();
        _world.Clock.MoveTo(Some.At("2026-03-03T03:00:00Z"));

        var row = (await AttendanceAsync(February)).Single(r => r["employeeId"].Text == "peg-0001");

        Assert.Equal(("dayOff", "noRecord", "present"), (row["day01"].Text, row["day03"].Text, row["day04"].Text));
        Assert.False(row.ContainsKey("day29"));
        Assert.Equal((1, "2026-02-28"), (row["presentDays"].Number, row["through"].Text));
        Assert.Equal(row["workingDays"].Number, row["presentDays"].Number + row["noRecordDays"].Number);
    }

    [Fact]
    public async Task Who_left_before_the_month_has_no_row_and_an_unknown_agency_no_file()
    {
        _world.Add(Some.Employee("peg-0002") with { Active = false });

        Assert.DoesNotContain(await AttendanceAsync(February), r => r["employeeId"].Text == "peg-0002");
        Refused.Is(
            RefusalCodes.UnknownAgency, await Export.AttendanceAsync(Some.OtherAgencyId, February, default));
        Refused.Is(
            RefusalCodes.UnknownAgency, await Export.DeductionsAsync(Some.OtherAgencyId, February, default));
    }

    private async Task CheckInAsync() =>
        Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default)).Refusal);

    private async Task AdoptAsync()
    {
        var scheme = JsonDocument.Parse("""{"shipped":"deduction-pertanian-68-2012"}""").RootElement;
        var stored = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Deduction, new(2026, 1, 1), null, scheme, default);
        Assert.Null(stored.Refusal);
    }

    private async Task<List<Dictionary<string, SheetCell>>> DeductionsAsync(YearMonth month) =>
        await SheetRows.OfAsync((await Export.DeductionsAsync(Some.AgencyId, month, default)).Value);

    private async Task<List<Dictionary<string, SheetCell>>> AttendanceAsync(YearMonth month) =>
        await SheetRows.OfAsync((await Export.AttendanceAsync(Some.AgencyId, month, default)).Value);
}
