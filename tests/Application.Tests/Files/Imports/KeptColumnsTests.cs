using System.Text;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>Files that say a part of a person: a list of raters, of units, of NIPs alone.</summary>
public sealed class KeptColumnsTests
{
    private static readonly LocalDate March = new(2026, 3, 1), June = new(2026, 6, 1);

    private static readonly EmployeeId Person = Some.Person("orang-1");

    private readonly World _world = new();
    private readonly ImportDesk _desk;

    public KeptColumnsTests()
    {
        _desk = new(_world);
        _world.Workforce.Add(Some.AgencyId, Some.Unit());
        _world.Workforce.Add(Some.AgencyId, Some.Post());
        var held = Some.Employee("orang-1") with
        {
            Kind = EmploymentKind.Pppk,
            PostId = Some.Post().Id,
            Discipline = DisciplineStatus.InProcess,
            Active = false,
        };
        _world.Workforce.Add(Some.AgencyId, new Employment(
            History<Employee>.Always(held).With(June, held with { Active = true, RaterId = Some.Person("june") }),
            new LocalDate(2020, 3, 1), new LocalDate(2027, 1, 31)));
    }

    private Employment Standing => _world.Workforce.Employees[(Some.AgencyId, Person)].Value;

    [Fact]
    public async Task A_list_of_raters_changes_the_rater_from_its_day_and_nothing_else()
    {
        var before = Standing;

        var ended = await BringAsync("Pegawai;Pejabat penilai;Berlaku mulai\norang-1;kepala;01/03/2026\n");

        var line = Assert.Single(_desk.Lines);
        Assert.Equal((RowEffect.Changed, RowOutcome.Done), (line.Effect, line.Outcome));
        Assert.Equal([new FieldChange("raterId", "peg-head", "kepala")], line.Changes);
        Assert.Equal(
            ["unitId", "kind", "active", "postId", "startedOn", "discipline", "endedOn"], ended.KeptColumns);
        Assert.Equal(before.On(March.PlusDays(-1)), Standing.On(March.PlusDays(-1)));
        Assert.Equal(before.On(March) with { RaterId = Some.Person("kepala") }, Standing.On(March));
        Assert.Equal(before.On(June), Standing.On(June));
        Assert.Equal((before.StartedOn, before.EndedOn), (Standing.StartedOn, Standing.EndedOn));
    }

    [Fact]
    public async Task An_empty_rater_is_none_and_a_column_that_is_not_there_is_not()
    {
        await BringAsync("id,raterId,from\norang-1,,2026-03-01\n");
        Assert.Null(Standing.On(March).RaterId);

        await BringAsync("id,discipline,from\norang-1,none,2026-03-01\n");
        Assert.Equal((DisciplineStatus.None, false), (Standing.On(March).Discipline, Standing.On(March).Active));
        Assert.Null(Standing.On(March).RaterId);
    }

    [Fact]
    public async Task Several_days_of_one_person_build_on_each_other()
    {
        await BringAsync("id,raterId,from\norang-1,satu,2026-03-01\norang-1,kedua,2026-06-01\n");

        Assert.Equal(("satu", false), Said(March));
        Assert.Equal(("kedua", true), Said(June));

        (string?, bool) Said(LocalDate day) => (Standing.On(day).RaterId?.ToString(), Standing.On(day).Active);
    }

    [Fact]
    public async Task Of_whom_nobody_is_registered_a_part_is_a_fault_of_the_id_and_of_nothing_else()
    {
        var import = await _desk.PreviewAsync(
            ImportKind.People, Encoding.UTF8.GetBytes("id,raterId\nsiapa,kepala\nBUKAN ID,kepala\norang-1,orang-1\n"));

        Assert.Equal(3, import.Counts.Faulty);
        Assert.Equal(
            ["id unknown-employee", "id invalid-field", "raterId invalid-field"],
            _desk.Lines.Select(line => Assert.Single(line.Faults) is var fault ? $"{fault.Column} {fault.Code}" : ""));
    }

    /// <summary>What a row leaves as it stands is what stands when it is written, not when it was looked at.</summary>
    [Fact]
    public async Task What_changed_since_the_preview_beside_the_rows_columns_stays()
    {
        var import = await _desk.PreviewAsync(
            ImportKind.People, Encoding.UTF8.GetBytes("id,raterId,from\norang-1,kepala,2026-03-01\n"));
        _world.Workforce.Add(Some.AgencyId, new Employment(
            History<Employee>.Always(Standing.Assignments.On(March) with { Discipline = DisciplineStatus.Serving }),
            null, null));

        var ended = await _desk.ApplyAsync(import);

        Assert.Equal(1, ended.Counts.Done);
        Assert.Equal(
            (DisciplineStatus.Serving, "kepala", null),
            (Standing.On(March).Discipline, Standing.On(March).RaterId?.ToString(), Standing.EndedOn));
    }

    /// <summary>Between the look of the step at what stands and its writing.</summary>
    [Fact]
    public async Task What_somebody_else_changes_while_a_list_of_raters_is_written_stays()
    {
        var serving = Standing.Assignments.On(March) with { Discipline = DisciplineStatus.Serving };
        _world.Identities.BeforeAdding = () =>
        {
            _world.Identities.BeforeAdding = null;
            _world.Workforce.Add(Some.AgencyId, new Employment(History<Employee>.Always(serving), null, null));
        };

        var ended = await BringAsync("id,raterId,from\norang-1,kepala,2026-03-01\n");

        Assert.Equal(1, ended.Counts.Done);
        Assert.Equal(
            (DisciplineStatus.Serving, "kepala", null),
            (Standing.On(March).Discipline, Standing.On(March).RaterId?.ToString(), Standing.EndedOn));
    }

    [Fact]
    public async Task A_NIP_that_a_spreadsheet_rounded_is_a_fault_in_every_form()
    {
        await _desk.PreviewAsync(ImportKind.People, Encoding.UTF8.GetBytes(
            "id,nip\norang-1,198804122010012000\norang-1,\"1,98804E+17\"\norang-1,1.98804122010012E+17\n"));

        Assert.All(_desk.Lines, line => Assert.Equal("nip", Assert.Single(line.Faults).Column));
        Assert.Equal(3, _desk.Lines.Count());
    }

    private Task<Import> BringAsync(string file) =>
        _desk.BringAsync(ImportKind.People, Encoding.UTF8.GetBytes(file));
}
