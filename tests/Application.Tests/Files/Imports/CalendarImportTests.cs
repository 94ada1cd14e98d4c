using System.Text;
using System.Text.Json;
using Kinerja.Application.Calendars;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>Days off of an agency's own, from a file to the next version of its calendar.</summary>
public sealed class CalendarImportTests
{
    private const string Headings = "Tanggal;Jenis;Nama;Dasar;Dibatalkan\n";

    private readonly World _world = new();
    private readonly ImportDesk _desk;

    public CalendarImportTests() => _desk = new(_world);

    [Fact]
    public async Task Days_come_into_the_agencys_calendar_on_top_of_those_for_all()
    {
        var ended = await BringAsync(
            "10/08/2026;publicHoliday;Hari Jadi;SK 12/2026;\n2026-12-28;CollectiveLeave;Cuti bersama daerah;;\n");

        Assert.Equal((2, 2), (ended.Counts.New, ended.Counts.Done));
        var calendar = await CalendarAsync(new LocalDate(2026, 8, 10));
        Assert.Equal(HolidayKind.PublicHoliday, calendar.HolidayOn(new LocalDate(2026, 8, 10)));
        Assert.Equal(HolidayKind.CollectiveLeave, calendar.HolidayOn(new LocalDate(2026, 12, 28)));
        Assert.Equal(HolidayKind.PublicHoliday, calendar.HolidayOn(new LocalDate(2026, 8, 17)));
        var (body, version) = await NewestAsync(2026);
        Assert.Equal(("SK 12/2026", 1), (body.Basis, version));
    }

    [Fact]
    public async Task Days_that_no_row_names_stay_and_one_that_is_called_off_goes()
    {
        await BringAsync("2026-08-10;publicHoliday;Hari Jadi;SK 12/2026;\n2026-08-11;collectiveLeave;Cuti;;\n");

        var ended = await BringAsync(
            "2026-08-11;;;;ya\n2026-08-12;collectiveLeave;Cuti;;\n2026-08-10;publicHoliday;Hari Jadi;;\n"
            + "2026-09-09;;;;ya\n");

        Assert.Equal((1, 1, 2, 4), (
            ended.Counts.New, ended.Counts.Changed, ended.Counts.Unchanged, ended.Counts.Done));
        var (body, version) = await NewestAsync(2026);
        Assert.Equal(["2026-08-10", "2026-08-12"], body.DaysOff!.Select(day => day!.Date));
        Assert.Equal(2, version);
    }

    [Fact]
    public async Task A_file_of_two_years_makes_a_calendar_of_each_and_the_same_file_none()
    {
        const string Rows =
            "2026-08-10;publicHoliday;Hari Jadi;SK 12/2026;\n2027-08-10;publicHoliday;Hari Jadi;SK 12/2026;\n";
        await BringAsync(Rows);

        var again = await BringAsync(Rows + "\n");

        Assert.Equal(2, again.Counts.Unchanged);
        Assert.Equal((1, 1), ((await NewestAsync(2026)).Version, (await NewestAsync(2027)).Version));
    }

    [Fact]
    public async Task Faults_are_named_by_cell()
    {
        await _desk.PreviewAsync(ImportKind.Calendar, Encoding.UTF8.GetBytes(
            Headings + "30/02/2026;publicHoliday;Nama;SK;\n2026-08-10;king;;SK;\n2026-08-11;publicHoliday;Nama;;\n"
            + "2026-08-12;publicHoliday;Nama;SK;mungkin\n2026-08-13;publicHoliday;Nama;SK;\n"
            + "2026-08-13;publicHoliday;Nama;SK;\n"));

        Assert.Equal(
            ["date", "kind name", "basis", "cancelled", "", ""],
            _desk.Lines.Select(line => string.Join(
                ' ', line.Faults.Select(fault => fault.Column).Order(StringComparer.Ordinal))));
        Assert.Equal(
            [true, true, true, true, false, true], _desk.Lines.Select(line => line.Effect == RowEffect.Faulty));
    }

    [Fact]
    public async Task A_calendar_that_somebody_else_writes_meanwhile_loses_nothing()
    {
        var import = await _desk.PreviewAsync(
            ImportKind.Calendar, Encoding.UTF8.GetBytes(Headings + "2026-08-10;publicHoliday;Hari Jadi;SK 12/2026;\n"));
        var other = JsonSerializer.SerializeToElement(
            new CalendarRequest("SK 3/2026", [new("2026-04-06", "Lain", "publicHoliday")]),
            JsonFormat.Default.CalendarRequest);
        var put = await _world.PublishPolicy.ExecuteAsync(
            Some.Actor, PolicyKinds.Calendar, new LocalDate(2026, 1, 1), null, other, default);
        Assert.Null(put.Refusal);

        var ended = await _desk.ApplyAsync(import);

        // The decree of the calendar is another by now, so that the row would do something else.
        Assert.Equal(1, ended.Counts.Moved);
        await BringAsync("2026-08-10;publicHoliday;Hari Jadi;;\n");
        Assert.Equal(["2026-04-06", "2026-08-10"], (await NewestAsync(2026)).Body.DaysOff!.Select(day => day!.Date));
    }

    private Task<Import> BringAsync(string rows) =>
        _desk.BringAsync(ImportKind.Calendar, Encoding.UTF8.GetBytes(Headings + rows));

    private async Task<WorkCalendar> CalendarAsync(LocalDate day) =>
        (await _world.AgencyDirectory.RulesOfAsync(Some.AgencyId, default)).Calendars.Covering(day)!;

    private async Task<(CalendarRequest Body, int Version)> NewestAsync(int year)
    {
        var document = await _world.Policies.ListAsync(
            Some.AgencyId, PolicyKinds.Calendar.Name, new LocalDate(year, 1, 1), default).LastAsync();
        return (JsonSerializer.Deserialize(document.Json.Span, JsonFormat.Default.CalendarRequest)!, document.Version);
    }
}
