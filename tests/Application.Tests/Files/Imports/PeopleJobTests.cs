using System.Globalization;
using System.Text;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Files.Imports;

/// <summary>The job that writes people and their NIPs: broken off, overtaken, and how much it reads.</summary>
public sealed class PeopleJobTests
{
    private const int People = 1100;

    private readonly World _world = new();
    private readonly ImportDesk _desk;

    public PeopleJobTests()
    {
        _desk = new(_world);
        _world.Workforce.Add(Some.AgencyId, Some.Unit());
    }

    public static TheoryData<int, bool> Breaks => ImportDesk.Breaks(16);

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task People_and_NIPs_are_written_once_wherever_the_job_breaks_off(int write, bool afterwards)
    {
        _desk.Imports.FailingWrite = write;
        _desk.Imports.FailsAfterwards = afterwards;

        var ended = await _desk.BringAsync(ImportKind.People, File());

        Assert.Equal((People, People, People), (ended.Counts.New, ended.Counts.Done, ended.Counts.Finished));
        Assert.All(Enumerable.Range(0, People), i =>
        {
            Assert.Equal(Person(i), _world.Identities[Some.AgencyId, NipOf(i)]);
            Assert.Equal(NipOf(i), _world.Identities.ByPerson[(Some.AgencyId, Person(i))]);
            Assert.Single(_world.Workforce.Employees[(Some.AgencyId, Person(i))].Value.Assignments.Entries);
        });
    }

    [Fact]
    public async Task A_job_that_breaks_off_between_NIPs_and_people_goes_on()
    {
        var broken = false;
        _world.Identities.AfterAdding = () =>
        {
            if (!broken)
            {
                broken = true;
                throw new IOException("The store was away.");
            }
        };

        var ended = await _desk.BringAsync(ImportKind.People, File());

        Assert.Equal((true, People), (broken, ended.Counts.Done));
    }

    [Fact]
    public async Task A_NIP_that_somebody_took_since_the_preview_refuses_its_own_row_alone()
    {
        var import = await _desk.PreviewAsync(ImportKind.People, File());
        _world.Identities[Some.AgencyId, NipOf(7)] = Some.Person("peg-lain");

        var ended = await _desk.ApplyAsync(import);

        Assert.Equal((People - 1, 1), (ended.Counts.Done, ended.Counts.Refused));
        var line = Assert.Single(_desk.Lines, line => line.Outcome == RowOutcome.Refused);
        Assert.Equal((Person(7).ToString(), "nip", RefusalCodes.NipTaken), (
            line.Subject, Assert.Single(line.Faults).Column, line.Faults[0].Code));
        Assert.False(_world.Workforce.Employees.ContainsKey((Some.AgencyId, Person(7))));
        Assert.Equal("peg-lain", _world.Identities[Some.AgencyId, NipOf(7)].ToString());
    }

    /// <summary>What a plan has read is written over only while it still stands.</summary>
    [Fact]
    public async Task What_somebody_else_writes_while_a_step_is_under_way_stays()
    {
        var later = Some.Employee("orang-0003") with { RaterId = Some.Person("peg-later") };
        _world.Workforce.Add(Some.AgencyId, Some.Employee("orang-0003"));
        _world.Identities.BeforeAdding = () =>
        {
            var held = _world.Workforce.Employees[(Some.AgencyId, Person(3))].Value;
            if (held.Assignments.Entries.Count == 1)
            {
                _world.Workforce.Add(Some.AgencyId, new Employment(
                    held.Assignments.With(new LocalDate(2026, 6, 1), later), null, null));
            }
        };

        var ended = await _desk.BringAsync(ImportKind.People, File());

        var person = _world.Workforce.Employees[(Some.AgencyId, Person(3))].Value;
        Assert.Equal(People, ended.Counts.Done);
        Assert.Equal("peg-later", person.On(new LocalDate(2026, 6, 1)).RaterId?.ToString());
        Assert.Equal(EmploymentKind.Pppk, person.On(new LocalDate(2026, 5, 1)).Kind);
    }

    [Fact]
    public async Task Of_a_new_person_a_job_reads_the_row_once_and_looks_once_who_has_the_NIP()
    {
        var import = await _desk.PreviewAsync(ImportKind.People, File());
        var (read, looked) = (_world.Workforce.PersonReadings, _world.Identities.Looks);

        await _desk.ApplyAsync(import);

        Assert.Equal(
            (People, People), (_world.Workforce.PersonReadings - read, _world.Identities.Looks - looked));
    }

    [Fact]
    public async Task A_file_that_changes_nothing_looks_up_no_NIP_again_to_be_applied()
    {
        await _desk.BringAsync(ImportKind.People, File());
        var import = await _desk.PreviewAsync(ImportKind.People, File());
        var looked = _world.Identities.Looks;

        var ended = await _desk.ApplyAsync(import);

        Assert.Equal((People, People), (ended.Counts.Unchanged, ended.Counts.Done));
        Assert.Equal(looked, _world.Identities.Looks);
    }

    private static ReadOnlyMemory<byte> File() => Encoding.UTF8.GetBytes(
        "id,unitId,kind,raterId,active,postId,startedOn,discipline,endedOn,nip\n" + string.Concat(
            Enumerable.Range(0, People).Select(
                i => $"{Person(i)},{Some.Unit().Id},pppk,,ya,,,,,{NipOf(i).Reveal()}\n")));

    private static EmployeeId Person(int i) => Some.Person($"orang-{i:D4}");

    private static Nip NipOf(int i) =>
        Nip.Parse(string.Create(CultureInfo.InvariantCulture, $"1988041220100{i:D4}1")).Value;
}
